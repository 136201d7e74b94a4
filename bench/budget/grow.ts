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

/** Takes the last month of the running year away. */
export async function holdLastMonth(marts: BudgetMarts): Promise<void> {
  await marts.run("create table main.held as from marts.payments where pay_month = '2025-12'")
  await marts.run("delete from marts.payments where pay_month = '2025-12'")
}

/** Puts the month back that was taken away. */
export async function addLastMonth(marts: BudgetMarts): Promise<void> {
  await marts.run('insert into marts.payments from main.held')
  await marts.run('drop table main.held')
}

/** Adds the first month of the next year: the last January again, under vouchers of their own. */
export async function addFirstMonth(marts: BudgetMarts): Promise<void> {
  const marked = ['payment_id', 'record_key', 'pay_cert_no', 'invoice_no']
    .map((column) => `stored.${column} || '+' as ${column}`)
    .join(', ')
  await marts.run(
    `insert into marts.payments
     select stored.* replace (
       ${marked}, 2026 as fiscal_year, '2026-01' as pay_month, stored.pay_date + 365 as pay_date
     )
     from marts.payments as stored where stored.pay_month = '2025-01'`,
  )
}
