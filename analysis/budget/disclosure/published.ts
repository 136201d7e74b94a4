import { groupBy } from '../dataset.ts'
import { type DisclosureLineRow } from '../rows.ts'
import { type PublishedFile } from '../tenders.ts'
import { placeOf } from '../typing.ts'
import { type UnitRegister } from '../unit-register.ts'
import { checkDisclosure } from './check.ts'
import { type Line } from './document.ts'

/**
 * Published files by their lines, each checked. Of several files of one unit and year the one that was loaded last
 * stands, the others are kept as superseded; loaded together, the greater document mark stands.
 */
export function publishedFiles(rows: readonly DisclosureLineRow[], units: UnitRegister): PublishedFile[] {
  const files = [...groupBy(rows, ({ document }) => document).values()].flatMap((lines) => {
    const file = fileOf(lines, units)
    return file ? [file] : []
  })
  const standing = new Map<string, ReadFile>()
  for (const file of files) {
    const known = standing.get(matterOf(file))
    if (!known || isLater(file, known)) standing.set(matterOf(file), file)
  }
  return files
    .map(({ file, loadSeq }) => {
      const stands = standing.get(matterOf({ file, loadSeq }))?.file.document ?? file.document
      return { ...file, supersededBy: stands === file.document ? null : stands }
    })
    .sort((a, b) => (a.document < b.document ? -1 : 1))
}

interface ReadFile {
  readonly file: Omit<PublishedFile, 'supersededBy'>
  readonly loadSeq: number
}

function isLater(a: ReadFile, b: ReadFile): boolean {
  return a.loadSeq > b.loadSeq || (a.loadSeq === b.loadSeq && a.file.document > b.file.document)
}

function matterOf({ file: { unit, year } }: ReadFile): string {
  return `${unit}\u0000${String(year)}`
}

function fileOf(rows: readonly DisclosureLineRow[], units: UnitRegister): ReadFile | null {
  const sorted = [...rows].sort((a, b) => a.page_number - b.page_number || a.line_number - b.line_number)
  const [first] = sorted
  if (!first) return null
  const { tables, issues, unit: named, year } = checkDisclosure(sorted.map(lineOf))
  const unitName = named ?? units.nameWithin(coverOf(sorted)) ?? stemOf(first.source_file)
  const rowAt = new Map(sorted.map((row) => [`${String(row.page_number)}/${String(row.line_number)}`, row]))
  const loadSeq = sorted.reduce((least, row) => Math.min(least, row.load_seq), first.load_seq)
  const file = {
    place: placeOf('disclosure_lines', first),
    document: first.document,
    unit: units.keyOf(null, unitName) ?? unitName,
    unitName,
    year,
    tables,
    issues: issues.map((issue) => ({
      ...issue,
      place: placeOf('disclosure_lines', rowAt.get(`${String(issue.page)}/${String(issue.row)}`) ?? first),
    })),
  }
  return { file, loadSeq }
}

function lineOf(row: DisclosureLineRow): Line {
  const words = (row.text ?? '').split(' ').filter((word) => word !== '')
  return { page: row.page_number, row: row.line_number, words, text: words.join('') }
}

function coverOf(rows: readonly DisclosureLineRow[]): string {
  return rows
    .filter((row) => row.page_number === 1)
    .map((row) => (row.text ?? '').replaceAll(' ', ''))
    .join('')
}

function stemOf(file: string): string {
  return (file.split(/[/\\]/u).at(-1) ?? file).replace(/\.\w+$/u, '')
}
