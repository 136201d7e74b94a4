import { quoteIdentifier, quoteText } from '../engine/sql-file.ts'
import type { BulkColumn, BulkContradiction, BulkForm } from './bulk-rows.ts'
import { rawColumns, type Kind } from './contract.ts'

/** The file's column in the engine's reading of it. */
export function cell(index: number): string {
  return `c${index}`
}

export function cells(width: number): string[] {
  return Array.from({ length: width }, (_, index) => cell(index))
}

/** Letters that begin and end what needs no trimming; `#` begins failed formulas, and `"` and `\` have JSON escapes. */
const beyondAscii = String.raw`\x{4e00}-\x{9fff}\x{ff01}-\x{ff5e}`
const first = String.raw`[!$-\[\]-~${beyondAscii}]`
const last = String.raw`[!#-\[\]-~${beyondAscii}]`
const patterns: Readonly<Record<BulkForm, string>> = {
  code: '[A-Za-z0-9][A-Za-z0-9_/-]{4,}',
  text: String.raw`${first}([^\x00-\x1f\x7f\x{ad}\x{200b}-\x{200f}\x{2028}-\x{202e}\x{2060}-\x{206f}\x{feff}"\\]*${last})?`,
  count: '0|[1-9][0-9]{0,8}',
  amount: String.raw`(0|[1-9][0-9]{0,14}|[1-9][0-9]{0,2}(,[0-9]{3}){1,4})(\.[0-9]{1,2})?`,
}

/** Whether a text has the form; 合计 and its like may begin a row that is no data. */
export function isForm(text: string, form: BulkForm | null): string {
  if (form === null) return 'false'
  const fits = `regexp_full_match(${text}, ${quoteText(patterns[form])})`
  return form === 'text' ? `(${fits} and not (length(${text}) <= 12 and contains(${text}, '计')))` : fits
}

/** 1,234.5 → 1234.50 */
function formValue(text: string, form: BulkForm): string {
  if (form !== 'amount') return text
  const plain = `replace(${text}, ',', '')`
  const point = `instr(${text}, '.')`
  return `case when ${point} = 0 then ${plain} || '.00' when strlen(${text}) - ${point} = 1 then ${plain} || '0' else ${plain} end`
}

/** The columns as a JSON array, as `to_json` writes texts without an escape; of two columns or more it is half as dear. */
export function jsonOf(columns: readonly string[]): string {
  return `concat('[', ${columns.map(jsonText).join(`, ',', `)}, ']')`
}

function jsonText(name: string): string {
  return `coalesce('"' || ${quoteIdentifier(name)} || '"', 'null')`
}

/** The parts of the statements that depend on the columns of one file. */
export class BulkColumns {
  private readonly columns: readonly BulkColumn[]
  private readonly width: number
  private readonly headed: number
  private readonly contradictions: readonly BulkContradiction[]

  /** `width` columns were read, of which `headed` have a header: what stands beyond them is no data of theirs. */
  constructor(
    columns: readonly BulkColumn[],
    contradictions: readonly BulkContradiction[],
    { width, headed }: { width: number; headed: number },
  ) {
    this.columns = columns
    this.width = width
    this.headed = headed
    this.contradictions = contradictions
  }

  /** What the reader made of texts, beside each column that has any. */
  get joins(): string {
    return joinsOf(this.inFile)
  }

  /** The same for the columns that are counted. */
  get countedJoins(): string {
    return joinsOf(this.counted.filter(({ index }) => index >= 0))
  }

  /** The columns that are counted, each under its name. */
  get countedFields(): string {
    return this.counted.map((column) => `${valueOf(column)} as ${quoteIdentifier(column.field)},`).join('\n')
  }

  /** True for a row that has to be looked at. */
  get doubts(): string {
    const beyond = cells(this.width).slice(this.headed)
    return [
      ...this.inFile.map((column) => `(${doubt(column)})`),
      ...beyond.map((text) => `${text} is not null`),
      ...this.lists.map((columns, list) => {
        const stands = `list = ${list} and texts = ${joined(columns.map(cell))}`
        return `exists (select 1 from bulk_contradictions where ${stands})`
      }),
    ].join('\nor ')
  }

  /** The contradictions as rows of their table: number of the list of columns, and texts. */
  get contradicting(): [list: number, texts: string][] {
    const lists = this.lists.map(String)
    return this.contradictions.map(({ columns, texts }) => [
      lists.indexOf(String(columns)),
      texts.map((text) => text ?? '').join(separator),
    ])
  }

  /** The kind's columns, each under its name. */
  fields(kind: Kind): string {
    const byName = new Map(this.columns.map((column) => [column.field, column]))
    return rawColumns(kind)
      .map((name) => {
        const column = byName.get(name)
        return `${column ? valueOf(column) : 'null::varchar'} as ${quoteIdentifier(name)}`
      })
      .join(',\n')
  }

  /** What stays with the row, as JSON; headers and kept texts hold nothing that would need an escape. */
  get extra(): string {
    const kept = this.inFile.map(keptOf).filter((text) => text !== null)
    if (kept.length === 0) return 'null::varchar'
    return `nullif('{' || concat_ws(',', ${kept.join(', ')}) || '}', '{}')`
  }

  /** Sums and counts of missing values, in the order of `moneyFields` and `expectedFields`. */
  get counts(): string {
    return [
      ...this.moneyFields.map((name) => `, sum(${quoteIdentifier(name)}::decimal(18, 2))::varchar`),
      ...this.expectedFields.map((name) => `, count(*) filter (where ${quoteIdentifier(name)} is null)`),
    ].join('')
  }

  get moneyFields(): string[] {
    return this.counted.filter(isSummed).map(({ field }) => field)
  }

  get expectedFields(): string[] {
    return this.counted.filter(({ isExpected }) => isExpected).map(({ field }) => field)
  }

  private get counted(): FieldColumn[] {
    return this.columns
      .filter((column): column is FieldColumn => column.field !== null)
      .filter((column) => column.isExpected || isSummed(column))
  }

  private get inFile(): BulkColumn[] {
    return this.columns.filter(({ index }) => index >= 0)
  }

  private get lists(): (readonly number[])[] {
    const lists = new Map(this.contradictions.map(({ columns }) => [String(columns), columns]))
    return [...lists.values()]
  }
}

/** A column that serves a field of the kind. */
type FieldColumn = BulkColumn & { readonly field: string }

/** A constant is no amount of a row. */
function isSummed({ isMoney, index }: BulkColumn): boolean {
  return isMoney && index >= 0
}

function joinsOf(columns: readonly BulkColumn[]): string {
  return columns
    .filter(({ values }) => values.length > 0)
    .map(({ index }) => {
      const name = known(index)
      return `left join bulk_values as ${name} on ${name}.place = ${index} and ${name}.text = ${cell(index)}`
    })
    .join('\n')
}

/** No file of ours has it in a cell; if one did, more rows than necessary would be looked at. */
const separator = '\x1f'

function joined(texts: readonly string[]): string {
  return texts.map((text) => `coalesce(${text}, '')`).join(` || '${separator}' || `)
}

function known(index: number): string {
  return `known${index}`
}

function doubt({ index, form, values, required }: BulkColumn): string {
  const text = cell(index)
  const unread = `${text} is not null and not ${isForm(text, form)}`
  if (values.length === 0) return required ? `${text} is null or ${unread}` : unread
  const name = known(index)
  const isUnknown = `${unread} and ${name}.text is null`
  if (!required) return isUnknown
  return `${text} is null or (${isUnknown}) or (${name}.text is not null and ${name}.value is null)`
}

function valueOf({ index, form, values, constant }: BulkColumn): string {
  if (index < 0) return constant === null ? 'null::varchar' : quoteText(constant)
  const own = form === null ? 'null::varchar' : formValue(cell(index), form)
  if (values.length === 0) return own
  const name = known(index)
  return `case when ${name}.text is not null then ${name}.value else ${own} end`
}

/** `"header":"text"` where the text, or for columns no field takes its value, stays with the row. */
function keptOf(column: BulkColumn): string | null {
  const { index, field, form, values, header } = column
  const text = cell(index)
  const key = quoteText(`${JSON.stringify(header)}:"`)
  if (field === null) return values.length === 0 ? null : `${key} || ${known(index)}.value || '"'`
  const parts: string[] = []
  if (values.length > 0) parts.push(`${known(index)}.kept = 1`)
  if (form === 'amount') {
    const changed = `${formValue(text, form)} <> ${text}`
    parts.push(values.length > 0 ? `(${known(index)}.text is null and ${changed})` : changed)
  }
  return parts.length === 0 ? null : `case when ${parts.join(' or ')} then ${key} || ${text} || '"' end`
}
