/** A draft, segmented like the documents. */
export interface SearchDraft {
  readonly title: string
  readonly words: readonly string[]
}
