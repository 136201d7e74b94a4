/** A text as named fields, e.g. { 留言主题, 留言详情 }. */
export type TextFields = Readonly<Record<string, string>>

export interface Example {
  text: TextFields
  label: string
  /** A person decided this label in review. */
  isDecided?: boolean
}
