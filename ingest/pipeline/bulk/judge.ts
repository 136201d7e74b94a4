import type { BulkForm, BulkValue } from '#warehouse'
import { maskPersonalData } from '../../privacy/mask.ts'
import { Refusal } from '../../values/refusal.ts'
import type { ColumnPlan } from '../column-plan.ts'
import { isPlainTotal } from '../total-row.ts'

/** Needs an escape in JSON, or is half of a character beyond the usual plane. */
const special = /["\\\p{Cc}\u2028\u2029\ud800-\udfff]|\p{Cs}|[\u{10000}-\u{10ffff}]/u

/** True for text that stands in JSON as it is. */
export function isPlainJson(text: string): boolean {
  return !special.test(text)
}

/**
 * What a text of a column means; null when a row that has it must be looked at as a whole: it cannot be read, holds
 * personal data, stands for a total, or is a negative number.
 */
export function judge(
  { parse, field, required }: ColumnPlan,
  text: string,
  isDoubtful: ((value: string) => boolean) | undefined,
): BulkValue | null {
  if (!isPlainJson(text) || isPlainTotal([text])) return null
  const value = parse(text)
  if (value instanceof Refusal) return null
  if (value === null) return required ? null : { text, value, kept: true }
  if (!isPlainJson(value) || isNegative(field.type, value) || isDoubtful?.(value) === true) return null
  if (field.freeText && maskPersonalData(value).found.length > 0) return null
  return { text, value, kept: value !== text }
}

/** The same for a column that no field takes: its texts are kept. */
export function judgeUnknown(text: string): BulkValue | null {
  if (!isPlainJson(text) || isPlainTotal([text])) return null
  const masked = maskPersonalData(text)
  return masked.found.length > 0 ? null : { text, value: masked.text, kept: true }
}

function isNegative(type: string, value: string): boolean {
  return (type === 'money' || type === 'integer') && value.startsWith('-')
}

/** The form in which a column's texts need no judging; null where each of them does. */
export function formOf({ field, parse }: ColumnPlan): BulkForm | null {
  if (field.freeText) return null
  switch (field.type) {
    case 'code':
      return 'code'
    case 'text':
      return 'text'
    case 'integer':
      return 'count'
    case 'money':
      // Only where the column is in 元 and has its decimals behind a point.
      return parse('1,234.5') === '1234.50' ? 'amount' : null
    default:
      return null
  }
}
