import { shanghaiDay } from '#calendar'
import { randomBytes } from 'node:crypto'
import type { Kind } from '#warehouse'
import { contracts } from '../sources/contracts.ts'

/** Source under which entries made by hand stand in the ledger. */
export const handSource = '手工登记'

const numberForm = /^SG-\d{8}-[0-9a-f]{8}$/

/** A number for an entry made by hand: SG-20260305-7f3a9c01; the day for people, the rest so that none clash. */
export function newRecordNumber(now: Date): string {
  const day = shanghaiDay(now).replaceAll('-', '')
  return `SG-${day}-${randomBytes(4).toString('hex')}`
}

export function isRecordNumber(text: string): boolean {
  return numberForm.test(text)
}

/** File of an entry; a correction has the same name and other content. */
export function recordFileName(number: string): string {
  return `${handSource}-${number}.ndjson`
}

/** The number in an entry's file name, or null for other files. */
export function numberOfFile(fileName: string): string | null {
  const number = /^手工登记-(.+)\.ndjson$/.exec(fileName)?.[1]
  return number !== undefined && isRecordNumber(number) ? number : null
}

/** One entry as a file with one row: canonical field → text; empty texts are left out. */
export function recordLine(kind: Kind, number: string, values: Readonly<Record<string, string>>): string {
  const { fields, key } = contracts[kind]
  const row: Record<string, string> = {}
  for (const { name, label } of fields) {
    const text = key.includes(name) ? number : (values[name] ?? '').trim()
    // Every column is there, filled or not: that is what tells the kind.
    row[label] = text
  }
  return `${JSON.stringify(row)}\n`
}

/** The values of an entry's file by canonical field. Throws SyntaxError when it is none. */
export function recordValues(kind: Kind, line: string): Record<string, string> {
  const row = JSON.parse(line) as Readonly<Record<string, string>>
  return Object.fromEntries(contracts[kind].fields.map(({ name, label }) => [name, row[label] ?? '']))
}
