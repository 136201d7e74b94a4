export type RefusalCode =
  | 'required_missing'
  | 'formula_error'
  | 'date_unreadable'
  | 'date_impossible'
  | 'date_incomplete'
  | 'date_ambiguous'
  | 'date_minguo'
  | 'date_lunar'
  | 'money_unreadable'
  | 'money_separator'
  | 'money_note'
  | 'money_too_large'
  | 'integer_unreadable'
  | 'code_precision'
  | 'choice_unknown'
  | 'row_shifted'
  | 'column_unknown'
  | 'check_failed'
  | 'reference_unknown'

/** Why one cell was refused. `advice` is a Chinese clause that follows the column's name; it never quotes the cell. */
export class Refusal {
  readonly code: RefusalCode
  readonly advice: string

  constructor(code: RefusalCode, advice: string) {
    this.code = code
    this.advice = advice
  }
}

/** Normalised text, null for an empty cell, or the reason why the cell cannot be read. */
export type Parsed = string | null | Refusal

export type CellParser = (text: string) => Parsed
