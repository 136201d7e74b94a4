export type RefusalCode =
  | 'required_missing'
  | 'formula_error'
  | 'date_unreadable'
  | 'date_impossible'
  | 'date_incomplete'
  | 'date_ambiguous'
  | 'date_ahead'
  | 'date_minguo'
  | 'date_lunar'
  | 'money_unreadable'
  | 'money_separator'
  | 'money_note'
  | 'money_currency'
  | 'money_unit'
  | 'money_too_large'
  | 'integer_unreadable'
  | 'percent_unreadable'
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

/** For a cell that shows what a failed formula left. */
export const formulaError = new Refusal('formula_error', '公式出错，请在原表中修正后重新导出')

/** #REF!, #VALUE! and their like: what a formula leaves that failed. */
const failedFormula = /^#(?:REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|N\/A（公式出错）)/

/** The refusal of a cell that holds a failed formula; null for any other. */
export function refuseFailedFormula(text: string): Refusal | null {
  return text.startsWith('#') && failedFormula.test(text) ? formulaError : null
}
