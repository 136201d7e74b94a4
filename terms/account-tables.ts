/** Tables of a department's final accounts, by the names the Ministry's template gives them. */
export const accountTables = [
  '收入支出决算总表',
  '收入决算表',
  '支出决算表',
  '财政拨款收入支出决算总表',
  '一般公共预算财政拨款支出决算表',
  '一般公共预算财政拨款基本支出决算表',
  '财政拨款“三公”经费支出决算表',
  '政府性基金预算财政拨款收入支出决算表',
  '国有资本经营预算财政拨款收入支出决算表',
] as const

export type AccountTable = (typeof accountTables)[number]

/** A title without quotation marks, which files set in every way. */
export function bareTitle(title: string): string {
  return title.replace(/["＂”“]/gu, '')
}
