import type { Kind } from '#warehouse'
import type { Choices } from '../values/choice.ts'
import type { Check } from './check.ts'

export type FieldType = 'text' | 'code' | 'date' | 'timestamp' | 'money' | 'integer' | 'percent' | 'choice'

/** One canonical column of a source kind, and what a file may call it. */
export interface Field {
  readonly name: string
  /** Chinese name used in messages. */
  readonly label: string
  readonly type: FieldType
  /** Accepted headers besides `label` and `name`, best first: when a file has two of them the earlier one is taken. */
  readonly headers?: readonly string[]
  readonly required?: true
  /** A row may come without it, but the clerk is told how many did. */
  readonly expected?: true
  /** The file must have the column, even though a row may leave it blank. */
  readonly columnRequired?: true
  readonly choices?: Choices
  /** Only the listed choices are allowed; otherwise an unlisted value is kept and reported. */
  readonly closed?: true
  /** Changes during a record's life (status, reply, rating): never part of what makes a record itself. */
  readonly state?: true
  /**
   * When something took place: a day that has not come yet is a slip of the pen. Deadlines and plans are not marked.
   * `this_month`: the last day of what a report covers; one sent early may name the end of its month.
   */
  readonly happened?: true | 'this_month'
  /** The one name of a unit, a project or a company: a line break in it is only the width of its cell. */
  readonly oneName?: true
  /** Free text in which personal data is masked at intake. */
  readonly freeText?: true
  /** A private person's name, or an account: kept for analyses, shown in part (docs/privacy.md). */
  readonly personal?: 'person' | 'account'
}

export interface Contract {
  readonly kind: Kind
  /** The columns that name a record. */
  readonly key: readonly string[]
  readonly fields: readonly Field[]
  /** What to say of a file that was declared to be of this kind and is not, when its headers are nothing a clerk writes. */
  readonly refusal?: string
  /** What must hold between the fields of a row. */
  readonly checks?: readonly Check[]
}

/** Columns that stay the same over a record's life: rows sharing a key but differing here are different records. */
export function identityFields(contract: Contract): string[] {
  return contract.fields.filter((field) => !field.state).map((field) => field.name)
}
