import { posix } from 'node:path'
import type { XlsxArchive } from './archive.ts'
import { readXml, type Attributes } from './xml.ts'

export interface WorkbookSheet {
  readonly name: string
  readonly part: string
}

export interface Workbook {
  readonly sheets: readonly WorkbookSheet[]
  readonly date1904: boolean
  /** Names of sheets that are not shown and therefore not read. */
  readonly hidden: readonly string[]
}

/** Sheets in the book's order with the part each lives in; very hidden and hidden sheets are left out. */
export async function readWorkbook(archive: XlsxArchive): Promise<Workbook> {
  const targets = await readTargets(archive)
  const sheets: WorkbookSheet[] = []
  const hidden: string[] = []
  let date1904 = false
  const addSheet = (attributes: Attributes): void => {
    const name = attributes['name'] ?? ''
    if ((attributes['state'] ?? 'visible') !== 'visible') {
      hidden.push(name)
      return
    }
    const id = Object.entries(attributes).find(([key]) => key.endsWith(':id') || key === 'id')?.[1] ?? ''
    const part = targets.get(id)
    if (part?.includes('worksheets/')) sheets.push({ name, part })
  }
  await readXml(archive.path, await archive.stream('xl/workbook.xml'), {
    open: (name, attributes) => {
      if (name === 'workbookPr')
        date1904 ||= attributes['date1904'] === '1' || attributes['date1904'] === 'true'
      if (name === 'sheet') addSheet(attributes)
    },
  })
  return { sheets, date1904, hidden }
}

async function readTargets(archive: XlsxArchive): Promise<Map<string, string>> {
  const targets = new Map<string, string>()
  await readXml(archive.path, await archive.stream('xl/_rels/workbook.xml.rels'), {
    open: (name, attributes) => {
      if (name !== 'Relationship') return
      const target = attributes['Target'] ?? ''
      targets.set(attributes['Id'] ?? '', target.startsWith('/') ? target.slice(1) : posix.join('xl', target))
    },
  })
  return targets
}
