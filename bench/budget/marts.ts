import { DuckDBInstance } from '@duckdb/node-api'
import { memoryLimitMib } from '../../warehouse/engine/database.ts'
import { Connection, toRecords, type ColumnResult } from '../../warehouse/engine/connection.ts'
import { buildModels } from '../../warehouse/build/builder.ts'
import { readModels } from '../../warehouse/build/graph.ts'
import { createTables } from '../../warehouse/schema.ts'
import { writeResult } from '../../warehouse/results.ts'
import type { ResultTable } from '#warehouse'
import { readCandidates, readLedgers, readTotals } from '../../analysis/jobs/budget-data.ts'
import { unpackCandidates, unpackFacts } from '../../analysis/jobs/packed-answers.ts'
import { YearAnswers, type BudgetStore } from '../../analysis/jobs/year-answers.ts'
import {
  buildDataset,
  checkBudget,
  type AdjustmentRow,
  type BudgetReport,
  type CheckOptions,
  type ProcurementRow,
  type StaffRow,
  type ReceivableRow,
  type InvestmentRow,
  type TreasuryRow,
  type DebtRow,
  type ExpenditureRow,
  type RevenueRow,
  type BidRow,
  type DisclosureRow,
  type DisclosureLineRow,
  type TransferRow,
} from '../../analysis/budget/index.ts'

/** A payment as its mart holds it. */
export interface PaymentRecord {
  record_key: string
  source_file: string
  sheet: string | null
  row_number: number
  pay_cert_no: string | null
  bgt_id: string | null
  fiscal_year: number
  agency_code: string | null
  agency_name: string | null
  unit_key?: string
  pro_code: string | null
  project_name: string | null
  exp_func_code: string | null
  dep_bgt_eco_code: string | null
  payee_name: string | null
  payee_acct_no: string | null
  amount: string
  pay_date: string
  set_mode: string | null
  use_des: string | null
  contract_no: string | null
  invoice_no: string | null
  currency: string | null
}

/** A budget line as its mart holds it; what was paid on it is summed from the payments. */
export interface LineRecord {
  record_key: string
  source_file: string
  sheet: string | null
  row_number: number
  bgt_id: string
  fiscal_year: number
  agency_code: string | null
  agency_name: string | null
  pro_code: string | null
  project_name: string | null
  exp_func_code: string | null
  dep_bgt_eco_code: string | null
  source_type_code: string | null
  fund_type_code?: string | null
  amount: string
  added_amount: string
  reduced_amount: string
  doc_date: string | null
}

export interface BudgetRecords {
  readonly payments: readonly PaymentRecord[]
  readonly budgetLines: readonly LineRecord[]
  readonly adjustments: readonly AdjustmentRow[]
  readonly transfers: readonly TransferRow[]
  readonly procurements: readonly ProcurementRow[]
  readonly staff?: readonly StaffRow[]
  readonly receivables?: readonly ReceivableRow[]
  readonly investments?: readonly InvestmentRow[]
  readonly treasuryMonths?: readonly TreasuryRow[]
  readonly debts?: readonly DebtRow[]
  readonly expenditures?: readonly ExpenditureRow[]
  readonly revenues?: readonly RevenueRow[]
  readonly bids?: readonly BidRow[]
  readonly disclosures?: readonly DisclosureRow[]
  readonly disclosureLines?: readonly DisclosureLineRow[]
}

/** Empty budget marts on the real engine, filled anew for each check. */
export class BudgetMarts {
  private readonly connection: Connection

  private constructor(connection: Connection) {
    this.connection = connection
  }

  /** In memory, or in a file when a path is given. */
  static async open(path = ':memory:'): Promise<BudgetMarts> {
    const connection = await connect(path)
    await createTables(connection)
    const models = await readModels(connection)
    await buildModels(connection, models, { all: true, now: () => new Date(0), onProgress: () => undefined })
    return new BudgetMarts(connection)
  }

  /** Marts that lie in a file already. */
  static async reopen(path: string): Promise<BudgetMarts> {
    return new BudgetMarts(await connect(path))
  }

  close(): void {
    this.connection.close()
  }

  /** Runs the whole check, narrowing queries included, on these records alone. */
  async check(records: BudgetRecords, options: CheckOptions): Promise<BudgetReport> {
    await this.fill(records)
    const answers = await YearAnswers.open(this.store)
    const totals = await readTotals(answers, options)
    const candidates = await readCandidates(answers, totals, options)
    const facts = unpackFacts({ ledgers: await readLedgers(this.store), totals })
    return checkBudget(buildDataset(facts), unpackCandidates(candidates), options)
  }

  async fill({
    payments,
    budgetLines,
    adjustments,
    transfers,
    procurements,
    staff,
    revenues,
    expenditures,
    debts,
    treasuryMonths,
    investments,
    receivables,
    ...tenders
  }: BudgetRecords): Promise<void> {
    await this.replace(
      'payments',
      payments.map((row) => ({
        ...row,
        payment_id: row.record_key,
        unit_key: row.unit_key ?? row.agency_code ?? row.agency_name ?? '（未填单位）',
        payee_key: row.payee_acct_no ?? row.payee_name,
        pay_month: row.pay_date.slice(0, 7),
      })),
    )
    await this.replace(
      'budget_lines',
      budgetLines.map((row) => ({ ...row, unit_key: row.agency_code ?? row.agency_name })),
    )
    await this.connection.run(sumLines)
    await this.replace('budget_adjustments', adjustments)
    await this.replace(
      'transfers',
      transfers.map(({ transfer_kind: kind, ...row }) => ({ ...row, kind })),
    )
    await this.replace('procurements', procurements)
    await this.replace('units', staff ?? [])
    await this.replace('receivables', receivables ?? [])
    await this.replace('investments', investments ?? [])
    await this.replace('treasury_months', treasuryMonths ?? [])
    await this.replace('debts', debts ?? [])
    await this.replace('expenditures', expenditures ?? [])
    await this.replace('revenues', revenues ?? [])
    await this.fillTenders(tenders)
  }

  private async fillTenders({
    bids = [],
    disclosures = [],
    disclosureLines = [],
  }: Pick<BudgetRecords, 'bids' | 'disclosures' | 'disclosureLines'>): Promise<void> {
    await this.replace('bids', bids)
    await this.replace('disclosures', disclosures)
    const loadOf = (row: DisclosureLineRow): string => `load ${String(row.load_seq)}`
    await this.replace(
      'disclosure_lines',
      disclosureLines.map((row) => {
        const { record_key, source_file, sheet, row_number, document, page_number, line_number, text } = row
        const own = { record_key, source_file, sheet, row_number, document, page_number, line_number, text }
        return { ...own, load_id: loadOf(row) }
      }),
    )
    const documents = new Map(disclosureLines.map((row) => [row.document, row]))
    await this.replace(
      'disclosure_documents',
      [...documents.values()].map((row) => ({
        document: row.document,
        load_id: loadOf(row),
        load_seq: row.load_seq,
      })),
    )
  }

  /** Answers the product's own queries. */
  readonly store: BudgetStore = {
    query: async (query, params) => toRecords(await this.select(query, params)) as never[],
    jsonRows: (query, params, by, take, options) =>
      this.connection.snapshot(() =>
        this.connection.jsonRows(query.sql, params as Record<string, unknown>, { by, ...options }, take),
      ),
  }

  /** Writes result tables as the warehouse does. */
  async write(tables: readonly ResultTable[]): Promise<void> {
    await this.connection.run('begin transaction')
    for (const table of tables) await writeResult(this.connection, table, {})
    await this.connection.run('commit')
  }

  private select(query: { readonly sql: string }, params: unknown): Promise<ColumnResult> {
    return this.connection.select(query.sql, params as Record<string, unknown>, 600_000)
  }

  /** Runs a statement of a measure's own. */
  async run(sql: string): Promise<void> {
    await this.connection.run(sql)
  }

  private async replace(mart: string, rows: readonly object[]): Promise<void> {
    await this.connection.run(`delete from marts.${mart}`)
    const [first] = rows
    if (!first) return
    const names = Object.keys(first)
    // A list is bound cell by cell, a text at once.
    const columns = Object.fromEntries(
      names.map((name) => [name, JSON.stringify(rows.map((row) => cellText(row, name)))]),
    )
    const values = names
      .map((name) => `nullif(unnest(from_json($${name}::varchar, '["VARCHAR"]')), '')`)
      .join(', ')
    await this.connection.run(`insert into marts.${mart} (${names.join(', ')}) select ${values}`, columns)
  }
}

/** With the memory that the engine has when it serves. */
async function connect(path: string): Promise<Connection> {
  const instance = await DuckDBInstance.create(path)
  const connection = new Connection(await instance.connect())
  await connection.run("attach ':memory:' as state")
  await connection.run(`set global memory_limit = '${String(memoryLimitMib())}MiB'`)
  return connection
}

function cellText(row: object, name: string): string {
  const value: unknown = Reflect.get(row, name)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

const sumLines = `
  update marts.budget_lines as lines
  set
    adjusted_amount = lines.amount + lines.added_amount - lines.reduced_amount,
    paid_amount = coalesce((select sum(amount) from marts.payments where bgt_id = lines.bgt_id), 0),
    payments = (select count(*) from marts.payments where bgt_id = lines.bgt_id),
    first_paid_on = (select min(pay_date) from marts.payments where bgt_id = lines.bgt_id and amount > 0)`
