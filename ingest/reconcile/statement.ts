import { Type, type Static } from 'typebox'
import { Value } from 'typebox/value'
import { IngestError } from '../errors.ts'
import { one } from '../values/decimal.ts'
import { moneyParser } from '../values/money.ts'

/**
 * What somebody says a load must add up to: rows, and sums by column (its Chinese name, its header in the file or its
 * canonical name), in 元 unless the text names 万元 or 亿元.
 */
export const StatedTotals = Type.Object(
  {
    rows: Type.Optional(Type.Integer({ minimum: 0 })),
    sums: Type.Optional(Type.Record(Type.String(), Type.String())),
  },
  { additionalProperties: false },
)
export type StatedTotals = Static<typeof StatedTotals>

const parseYuan = moneyParser({ scale: one, decimal: '.' })

/** '1,234.5', '12.3万元' → '1234.50', '123000.00'; null for what is no amount. */
export function readYuan(text: string): string | null {
  const yuan = parseYuan(text)
  return typeof yuan === 'string' ? yuan : null
}

/** Checks totals that came from outside. Errors: IngestError `totals_invalid` at `place`. */
export function checkTotals(value: unknown, place: string): StatedTotals {
  const wrong = (what: string) =>
    new IngestError('totals_invalid', `对账数写得不对：${what}。要写行数（rows）和各列合计（sums）。`, place)
  if (!Value.Check(StatedTotals, value)) throw wrong('格式不符')
  if (value.rows === undefined && Object.keys(value.sums ?? {}).length === 0) throw wrong('行数和合计都没有')
  for (const [column, text] of Object.entries(value.sums ?? {}))
    if (readYuan(text) === null) throw wrong(`“${column}”的合计不是金额`)
  return value
}
