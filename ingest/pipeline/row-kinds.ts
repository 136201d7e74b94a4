import { narrow } from '../values/text.ts'

const total =
  /^(?:合计|小计|总计|共计|累计|总合计|本页合计|本页小计|本月合计|本年累计|全年合计|.{0,20}(?:小计|合计|总计))$/
const footer =
  /^(?:注|备注|说明|附注|填表|制表|填报|审核|复核|负责人|单位负责人|经办|联系人|联系电话|打印|统计|数据来源|来源|截至|第\d+页|共\d+页)(?:[:：、人日时说]|$|\d)/

/** The first cell of a row's beginning that reads as 合计, 小计 … or null. */
export function totalLabel(cells: readonly string[]): string | null {
  let seen = 0
  for (const cell of cells) {
    if (cell.trim() === '') continue
    const text = narrow(cell).replace(/[\s:：()（）]/g, '')
    if (total.test(text)) return text
    if (++seen === 3) return null
  }
  return null
}

const plainTotal = /^(?:合计|小计|总计|共计|累计|总合计|本页合计|本页小计|本月合计|本年累计|全年合计)$/

/** Reads as a total even where nothing required is missing: its first cell, or the one after a row number, says so. */
export function isPlainTotal(cells: readonly string[]): boolean {
  for (const cell of cells) {
    const text = cell.trim()
    if (text === '' || /^\d+$/.test(text)) continue
    return (
      text.length <= 8 && text.includes('计') && plainTotal.test(narrow(text).replace(/[\s:：()（）]/g, ''))
    )
  }
  return false
}

/** A note under the table (注：…, 填表人：…): few cells, the first of them a known beginning. */
export function isFooter(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '')
  const first = filled[0]
  return first !== undefined && filled.length <= 4 && footer.test(narrow(first))
}

/** The header printed again at the top of a page. */
export function repeatsHeader(cells: readonly string[], headers: readonly string[]): boolean {
  let equal = 0
  for (const [index, header] of headers.entries()) {
    const cell = (cells[index] ?? '').replace(/\s+/g, ' ').trim()
    if (cell === '' && header === '') continue
    if (cell !== header) return false
    equal++
  }
  return equal >= 2
}
