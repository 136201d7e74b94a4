import { compileDateFormat } from '../values/date-formats.ts'
import { isRealMoment } from '../values/moment.ts'
import { dateParser, defaultDateOptions } from '../values/date.ts'
import { Refusal } from '../values/refusal.ts'
import { isPlaceholder, narrow } from '../values/text.ts'

/** Ways of writing a date that cannot be told without looking at the whole column, or that need a format named. */
const formats = [
  'DD/MM/YYYY',
  'MM/DD/YYYY',
  'DD-MM-YYYY',
  'MM-DD-YYYY',
  'DD.MM.YYYY',
  'DD/MM/YY',
  'MM/DD/YY',
  'YY.MM.DD',
  'DD MMM YYYY',
  'DD-MMM-YY',
  'DD-MMM-YYYY',
  'MMM D, YYYY',
  'MMMM D, YYYY',
  'YYYY年MM月',
  'YYYY-MM',
  'YYYY/MM',
]

export interface DateGuess {
  /** To be named in the mapping; empty when the usual ways of reading suffice. */
  readonly formats: readonly string[]
  /** Day and month could be the other way round. */
  readonly isAmbiguous: boolean
}

/** The way the dates of a column are written; null when its cells are no dates. */
export function guessDateFormat(cells: readonly string[]): DateGuess | null {
  const texts = cells.map(narrow).filter((text) => text !== '' && !isPlaceholder(text))
  if (texts.length === 0) return null
  const parse = dateParser(defaultDateOptions)
  const plain = texts.filter((text) => !(parse(text) instanceof Refusal)).length
  if (plain >= texts.length * 0.9) return { formats: [], isAmbiguous: false }
  const fitting = formats.filter((format) => readsAll(format, texts))
  const [first] = fitting
  if (first === undefined) return null
  return { formats: [first], isAmbiguous: fitting.length > 1 }
}

function readsAll(format: string, texts: readonly string[]): boolean {
  const read = compileDateFormat(format)
  if (!read) return false
  const good = texts.filter((text) => {
    const moment = read(text)
    return moment !== null && isRealMoment(moment)
  })
  return good.length >= texts.length * 0.95
}
