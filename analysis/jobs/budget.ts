import { shanghaiDay } from '#calendar'
import { findingKinds } from '#warehouse'
import { budgetRules, type CheckOptions } from '../budget/index.ts'
import { openShelf, shelfTable } from './answer-shelf.ts'
import type { AnalysisContext, AnalysisJob } from './job.ts'
import { readCandidates, readLedgers, readTotals } from './budget-data.ts'
import { readBudgetSettings, type BudgetSettings } from './budget-settings.ts'
import { offThread } from './off-thread.ts'
import type checkRules from './workers/budget.ts'
import { YearAnswers } from './year-answers.ts'

/** Checks the budget marts against the rule library and replaces the findings. */
export const budgetJob: AnalysisJob = {
  name: 'budget',
  reads: [...findingKinds.map((kind) => `marts.${kind}`), 'marts.disclosure_documents'],
  async plan(context) {
    const { settings, fingerprint } = await readBudgetSettings(context)
    const rules = budgetRules.map((rule) => `${rule.id}@${rule.version}`).join(',')
    return {
      version: `${rules}/${fingerprint}`,
      run: (input, { anew } = { anew: false }) => check(context, settings, { fingerprint: input, anew }),
    }
  },
}

async function check(
  { warehouse, now, log, signal }: AnalysisContext,
  settings: BudgetSettings,
  { fingerprint, anew }: { fingerprint: string; anew: boolean },
): Promise<{ rows: number }> {
  const options: CheckOptions = { ...settings, today: shanghaiDay(now) }
  const published = warehouse.version()
  const answers = await YearAnswers.open(warehouse, anew ? undefined : await openShelf(warehouse))
  const ledgers = await readLedgers(warehouse)
  const totals = await readTotals(answers, options)
  signal?.throwIfAborted()
  const candidates = await readCandidates(answers, totals, options)
  signal?.throwIfAborted()
  const { added, taken } = answers.changes()
  log(
    `预算监督：支付 ${String(totals.fields.payments)} 笔，分年度取数 ${String(added.length)} 项，沿用上次 ${String(taken)} 项`,
  )
  const { tables, payments, findings, suppressed, notApplicable } = await offThread<typeof checkRules>(
    'budget',
    { facts: { ledgers, totals }, candidates, options, now },
    signal,
  )
  log(
    `预算监督：逐笔核对 ${payments} 笔，疑点 ${findings} 条，按例外排除 ${suppressed} 组，不适用规则 ${notApplicable} 条`,
  )
  // Answers that may partly be of data published meanwhile are not kept.
  const kept = warehouse.version() === published ? [shelfTable(answers, { anew })] : []
  await warehouse.writeResults('budget', [...tables, ...kept], { fingerprint, startedAt: now })
  return { rows: findings }
}
