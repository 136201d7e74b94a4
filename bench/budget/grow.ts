import type { BudgetMarts } from './marts.ts'

/** Columns that tell one copy of a unit from the other, by mart. */
const ownColumns = {
  payments: [
    'payment_id',
    'record_key',
    'pay_cert_no',
    'bgt_id',
    'agency_code',
    'unit_key',
    'pro_code',
    'payee_acct_no',
    'payee_key',
    'payee_name',
  ],
  budget_lines: ['bgt_id', 'record_key', 'agency_code', 'unit_key', 'pro_code'],
} as const

/** Adds `copies` more of every unit with its lines and payments, under names, accounts and vouchers of their own. */
export async function growMarts(marts: BudgetMarts, copies: number): Promise<void> {
  for (const [mart, columns] of Object.entries(ownColumns)) {
    const own = columns.map((column) => `stored.${column} || '-' || copies.copy as ${column}`).join(', ')
    await marts.run(
      `insert into marts.${mart} select stored.* replace (${own}) from marts.${mart} as stored cross join range(1, ${String(copies + 1)}) as copies (copy)`,
    )
  }
}

/** Adds a month of ordinary payments: those of the last January again, a year later. */
export async function addMonth(marts: BudgetMarts): Promise<void> {
  await marts.run(
    `insert into marts.payments
     select stored.* replace (
       stored.payment_id || '+' as payment_id, stored.record_key || '+' as record_key,
       stored.pay_cert_no || '+' as pay_cert_no, stored.invoice_no || '+' as invoice_no,
       2026 as fiscal_year, '2026-01' as pay_month, cast('2026-01-14' as date) as pay_date
     )
     from marts.payments as stored where stored.pay_month = '2025-01'`,
  )
}
