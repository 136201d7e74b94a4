import type { DisclosureFile, DisclosureIssue } from '../contract/index.ts'

interface FileRow {
  document: string
  load_id: string
  source_file: string
  loaded_at: string
  pages: number
  unit: string | null
  unit_key: string | null
  fiscal_year: number | null
  tables: number | null
  issues: number | null
  superseded_by: string | null
  findings: number
}

export function toDisclosureFile(row: FileRow): DisclosureFile {
  const isChecked = row.tables !== null
  return {
    document: row.document,
    loadId: row.load_id,
    fileName: row.source_file.split(/[/\\]/).at(-1) ?? row.source_file,
    loadedAt: row.loaded_at,
    pages: row.pages,
    state: !isChecked ? 'waiting' : row.superseded_by === null ? 'standing' : 'superseded',
    unitCode: row.unit_key,
    unitName: row.unit,
    fiscalYear: row.fiscal_year,
    tables: row.tables,
    issues: row.issues,
    findings: row.findings,
  }
}

interface IssueRow {
  check_name: string
  sheet: string | null
  row_number: number
  text: string
  finding_id: string | null
}

export function toDisclosureIssue(row: IssueRow): DisclosureIssue {
  return {
    check: row.check_name,
    place: row.sheet ?? '',
    row: row.row_number,
    text: row.text,
    findingId: row.finding_id,
  }
}
