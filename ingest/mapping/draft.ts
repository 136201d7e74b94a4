import { stringify } from 'yaml'
import type { Kind } from '#warehouse'
import type { Mapping } from './mapping.ts'
import { parseMapping } from './read.ts'
import type { MappingColumn, MappingFile } from './schema.ts'

/** What a person (or a guess) says about one column of a file. */
export interface Assignment {
  /** Canonical field. */
  readonly field: string
  /** Header as the file writes it; a second column of the same name is 金额#2, one without a name 第3列. */
  readonly header: string
  readonly date?: readonly string[] | undefined
  readonly decimal?: '.' | ',' | undefined
  /** 元, 万元 …; without it the header or the title decides. */
  readonly unit?: string | undefined
}

export interface MappingDraft {
  readonly kind: Kind
  readonly name: string
  /** All headers of the file: later files with these headers are read by the mapping. None: for this time only. */
  readonly headers: readonly string[]
  /** The declared source the file came from: the mapping is for its files only. */
  readonly source?: string | null | undefined
  readonly assignments: readonly Assignment[]
  /** Fields the contract requires and this source does not have. */
  readonly relaxed?: readonly string[] | undefined
  /** Rows are named by their whole content: the source has no number of its own. */
  readonly keyless?: boolean | undefined
}

/** The mapping file that says what the draft says: only the listed columns are read, the rest is kept as it came. */
export function draftFile(draft: MappingDraft): MappingFile {
  const { kind, name, assignments, relaxed = [], keyless, source = null } = draft
  const headers = [...new Set(draft.headers.filter((header) => header !== ''))]
  return {
    kind,
    name,
    ...(headers.length === 0 ? {} : { match: { headers, ...(source === null ? {} : { source }) } }),
    only_listed: true,
    columns: Object.fromEntries(assignments.map((one) => [one.field, columnOf(one)])),
    ...(relaxed.length === 0 ? {} : { required: Object.fromEntries(relaxed.map((field) => [field, false])) }),
    ...(keyless === true ? { key: 'none' as const } : {}),
  }
}

function columnOf({ header, date = [], decimal, unit }: Assignment): MappingColumn {
  if (date.length === 0 && decimal === undefined && unit === undefined) return header
  return {
    header,
    ...(date.length === 0 ? {} : { date: [...date] }),
    ...(decimal === undefined ? {} : { decimal }),
    ...(unit === undefined ? {} : { unit }),
  }
}

export function draftText(draft: MappingDraft): string {
  return stringify(draftFile(draft), { lineWidth: 0 })
}

/** The draft, checked like any mapping file. Throws IngestError `mapping_invalid`. */
export function draftMapping(draft: MappingDraft): Mapping {
  return parseMapping(draftText(draft), `${draft.name}.yaml`)
}
