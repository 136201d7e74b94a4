import { IngestError } from '../errors.ts'
import type { SourceRow } from '../formats/table.ts'
import { isKnownHeader, rankKinds } from '../sources/detect.ts'
import { oneLine } from '../values/text.ts'
import type { PlannedHeader } from './planned-header.ts'
import type { FoundHeader } from './sheet-head.ts'
import { repeatsHeader } from './row-kinds.ts'

const leastColumns = 3
const leastRows = 3
const figure = /^[-+(]?[¥￥$]?\d[\d,.:/年月日\s-]*[%)元]*$/

/** Throws IngestError `tables_mixed` where the rows above a sheet's header are a table of their own. */
export function refuseTableAbove({ above, line }: FoundHeader, place: string): void {
  const first = tableAbove(above)
  if (first !== null) throw mixed(first, line, place)
}

/**
 * Throws IngestError `tables_beside` where a sheet holds its table twice, side by side to save paper: only the left one
 * would be read.
 */
export function refuseTableBeside(
  { headers, line }: FoundHeader,
  taken: ReadonlyMap<string, number>,
  place: string,
): void {
  const twice = [...taken.values()]
    .filter((index) => headers.includes(headers[index] ?? '', index + 1))
    .sort((left, right) => left - right)
  if (twice.length < leastColumns || twice.length * 3 < taken.size * 2) return
  const names = twice.slice(0, leastColumns).map((index) => `“${headers[index] ?? ''}”`)
  throw new IngestError(
    'tables_beside',
    `${place === '' ? '这个文件' : `工作表“${place}”`}第 ${line} 行的表头里，${names.join('、')}等 ${twice.length} 列写了两遍，` +
      '像是左右并排的两张表，只能读到一张。没有数据入库。请把右边的行接到左边的下面（或拆成两个文件），再重新接入。',
    place,
  )
}

/** The line at which a table begins: a header with rows under it, or several rows of figures. */
function tableAbove(rows: readonly SourceRow[]): number | null {
  const header = rows.findIndex(({ cells }) => isHeader(cells))
  const isFollowed = rows.slice(header + 1).some(({ cells }) => filled(cells).length >= leastColumns)
  if (header >= 0 && isFollowed) return rows[header]?.line ?? null
  const figures = rows.filter(({ cells }) => isRowOfFigures(cells))
  return figures.length >= leastRows ? (figures[0]?.line ?? null) : null
}

function isRowOfFigures(cells: readonly string[]): boolean {
  const texts = filled(cells)
  return texts.length >= leastColumns && texts.filter((text) => figure.test(text)).length >= 2
}

/**
 * Throws IngestError `tables_mixed` for a row under the header that is the header of another table, or of the same one
 * with its columns elsewhere: the rows after it would be read into the wrong columns.
 */
export function refuseOtherHeader({ cells, line }: SourceRow, plan: PlannedHeader): void {
  const first = cells.find((cell) => cell.trim() !== '') ?? ''
  if (!couldBeHeader.test(first) || !(plan.headers.includes(oneLine(first)) || isKnownHeader(first))) return
  if (repeatsHeader(cells, plan.headers)) return
  if (isReordered(cells, plan.headers) || isOfOtherColumns(cells, plan))
    throw mixed(plan.headerLine, line, plan.sheet.name ?? '')
}

const couldBeHeader = /^[\p{L}\s_*:：()（）]{1,24}$/u

function isReordered(cells: readonly string[], headers: readonly string[]): boolean {
  const texts = filled(cells)
  return (
    texts.length >= 2 &&
    texts.every((text) => headers.includes(text)) &&
    cells.some((cell, index) => cell.trim() !== '' && oneLine(cell) !== headers[index])
  )
}

function isOfOtherColumns(cells: readonly string[], { contract, columns }: PlannedHeader): boolean {
  if (!isHeader(cells)) return false
  const [best] = rankKinds(cells)
  if (best?.kind !== contract.kind) return true
  return [...best.match.columns].some(([field, index]) => (columns.get(field) ?? index) !== index)
}

/** Every column that some kind of data must have, and most of the cells are names of columns. */
function isHeader(cells: readonly string[]): boolean {
  const match = rankKinds(cells)[0]?.match
  if (match?.missing.length !== 0 || match.columns.size < leastColumns) return false
  return match.columns.size * 2 >= filled(cells).length
}

function filled(cells: readonly string[]): string[] {
  return cells.map(oneLine).filter((cell) => cell !== '')
}

function mixed(first: number, second: number, place: string): IngestError {
  const where = place === '' ? '这个文件' : `工作表“${place}”`
  return new IngestError(
    'tables_mixed',
    `${where}里不止一张表：第 ${first} 行起是一张，第 ${second} 行起是另一张，各列的次序或含义不同，一起读会读错。` +
      '没有数据入库。请把它们拆成两个文件（或两张工作表），再重新接入。',
    place,
  )
}
