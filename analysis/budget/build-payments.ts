import { toDay } from '#calendar'
import { type Payment } from './dataset.ts'
import { parseCents } from './money.ts'
import { type PaymentRow } from './rows.ts'
import { placeOf, text, typed } from './typing.ts'

/** Types payments and puts them in the order of their source places. */
export function buildPayments(rows: Iterable<PaymentRow>): Payment[] {
  const words = new Words()
  return typed(rows, (row) => paymentOf(row, words))
}

/** Names, codes and dates that hundreds of thousands of payments share, each held once. */
class Words {
  private readonly known = new Map<string, string>()
  private readonly days = new Map<string, number | null>()

  same(word: string): string {
    const known = this.known.get(word)
    if (known === undefined) this.known.set(word, word)
    return known ?? word
  }

  text(value: string | null): string | null {
    const trimmed = text(value)
    return trimmed === null ? null : this.same(trimmed)
  }

  day(date: string): number | null {
    let day = this.days.get(date)
    if (day === undefined) this.days.set(date, (day = toDay(date)))
    return day
  }
}

function paymentOf(row: PaymentRow, words: Words): Payment | null {
  const cents = parseCents(row.amount)
  const day = words.day(row.pay_date)
  if (cents === null || day === null) return null
  const payeeName = words.text(row.payee_name)
  const { kind, key, file, sheet, row: number } = placeOf('payments', row)
  return {
    place: {
      kind,
      key,
      file: words.same(file),
      sheet: sheet === null ? null : words.same(sheet),
      row: number,
    },
    voucher: text(row.pay_cert_no),
    lineId: words.text(row.bgt_id),
    year: row.fiscal_year,
    unit: words.same(row.unit_key),
    project: words.text(row.pro_code),
    projectName: words.text(row.project_name),
    functionCode: words.text(row.exp_func_code),
    economicCode: words.text(row.dep_bgt_eco_code),
    payee: words.text(row.payee_acct_no) ?? payeeName,
    payeeName,
    cents,
    day,
    date: words.same(row.pay_date),
    settlement: words.text(row.set_mode),
    use: words.text(row.use_des),
    contract: words.text(row.contract_no),
    invoice: text(row.invoice_no),
    currency: words.text(row.currency)?.toUpperCase() ?? 'CNY',
  }
}
