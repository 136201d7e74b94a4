import {
  type BudgetReport,
  type BudgetRows,
  budgetRules,
  checkBudget,
  findingTables,
} from '../budget/index.ts'
import { type Warehouse, budgetQueries } from '#warehouse'
import { readBudgetSettings } from './budget-settings.ts'
import type { AnalysisJob } from './job.ts'

/** Checks the budget marts against the rule library and replaces the findings. */
export const budgetJob: AnalysisJob = {
  name: 'budget',
  reads: [
    'marts.budget_lines',
    'marts.budget_adjustments',
    'marts.payments',
    'marts.transfers',
    'marts.procurements',
  ],
  async version({ modelsDir }) {
    const { fingerprint } = await readBudgetSettings(modelsDir)
    return `${budgetRules.map((rule) => `${rule.id}@${rule.version}`).join(',')}/${fingerprint}`
  },
  async run({ warehouse, now, modelsDir, log }, fingerprint) {
    const rows = await readBudgetRows(warehouse)
    log(`预算监督：读取支付 ${String(rows.payments.length)} 笔、指标 ${String(rows.budgetLines.length)} 条`)
    const { settings } = await readBudgetSettings(modelsDir)
    const report = checkBudget(rows, { ...settings, today: shanghaiDate(now) })
    log(summaryOf(report))
    await warehouse.writeResults('budget', findingTables(report, now), { fingerprint, startedAt: now })
    return { rows: report.findings.length }
  },
}

async function readBudgetRows(warehouse: Warehouse): Promise<BudgetRows> {
  return {
    budgetLines: await warehouse.query(budgetQueries.lines, {}),
    adjustments: await warehouse.query(budgetQueries.adjustments, {}),
    payments: await warehouse.query(budgetQueries.payments, {}),
    transfers: await warehouse.query(budgetQueries.transfers, {}),
    procurements: await warehouse.query(budgetQueries.procurements, {}),
  }
}

function summaryOf(report: BudgetReport): string {
  const { findings, suppressed, notApplicable } = report
  return `预算监督：疑点 ${String(findings.length)} 条，按例外排除 ${String(suppressed.length)} 组，不适用规则 ${String(notApplicable.length)} 条`
}

function shanghaiDate(now: Date): string {
  return new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
}
