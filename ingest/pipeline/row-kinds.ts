import { narrow, oneLine } from '../values/text.ts'

const day = String.raw`(?:\d{4}年?|(?:\d{2,4}[年./-])?\d{1,2}[月./-](?:\d{1,2}日?|[底末])?|\d{1,2}日)`
const person = String.raw`[\p{Script=Han}·]{2,4}`
const remark =
  /^(?:注|备注|说明|附注|填表说明|填报说明|制表说明|数据来源|来源|统计口径|统计范围)(?:$|\d{0,2}:|\d{1,2}[.、])/
const role = '(?:填表|制表|填报|审核|复核|经办|统计|打印|单位负责|负责|联系)'
const seal = String.raw`(?:\((?:签[章字名]|盖章|公章)\))?`
const signatures = [
  new RegExp(`^${role}(?:人|员|人员|日期|时间|电话)?${seal}(?::(?:${person}|${day}|[\\d-]{5,})?)?$`, 'u'),
  new RegExp(`^${role}(?:单位|部门)${seal}(?::[\\p{Script=Han}()]{0,30})?$`, 'u'),
  new RegExp(String.raw`^(?:第\d+页|共\d+页|第\d+页共\d+页|截[至止](?:日期|时间)?:?${day}止?)$`),
]
const value = new RegExp(`^(?:${person}|${day})$`, 'u')

/**
 * A note under the table: 注：… alone in its row, or nothing but who filled it in, who checked it, when, and the page.
 * A label that goes on as a sentence does (经办人员态度恶劣) or stands beside other texts begins a row of data.
 */
export function isFooter(cells: readonly string[]): boolean {
  const [first, ...others] = cells.map(joinPage).filter((cell) => cell !== '')
  if (first === undefined) return false
  return remark.test(first)
    ? isSigned(others)
    : isSignature(wordsOf(first)[0] ?? '') && isSigned([first, ...others])
}

function isSigned(cells: readonly string[]): boolean {
  return cells.flatMap(wordsOf).every((word) => isSignature(word) || value.test(word))
}

function isSignature(word: string): boolean {
  return signatures.some((form) => form.test(word))
}

/** 第 1 页 as 第1页. */
function joinPage(cell: string): string {
  return narrow(cell).replace(/\s*(\d+)\s*页/g, '$1页')
}

function wordsOf(cell: string): string[] {
  return cell.split(/[\s,;、]+/)
}

/** A note even where nothing required is missing: one cell alone in its row, 注：… */
export function isLoneNote(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '')
  return filled.length === 1 && narrow(filled[0] ?? '').includes(':') && isFooter(filled)
}

/** The header printed again at the top of a page. */
export function repeatsHeader(cells: readonly string[], headers: readonly string[]): boolean {
  let equal = 0
  for (const [index, header] of headers.entries()) {
    const cell = oneLine(cells[index] ?? '')
    if (cell === '' && header === '') continue
    if (cell !== header) return false
    equal++
  }
  return equal >= 2
}
