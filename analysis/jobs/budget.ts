import { shanghaiDay } from '#calendar'
import { findingKinds } from '#warehouse'
import { budgetRules, demands, type Candidates, type CheckOptions } from '../budget/index.ts'
import type { AnalysisContext, AnalysisJob } from './job.ts'
import { readCandidates, readFacts } from './budget-data.ts'
import { readBudgetSettings, type BudgetSettings } from './budget-settings.ts'
import { offThread } from './off-thread.ts'
import type checkRules from './workers/budget.ts'

/** Checks the budget marts against the rule library and replaces the findings. */
export const budgetJob: AnalysisJob = {
  name: 'budget',
  reads: [...findingKinds.map((kind) => `marts.${kind}`), 'marts.disclosure_documents'],
  async plan(context) {
    const { settings, fingerprint } = await readBudgetSettings(context)
    const rules = budgetRules.map((rule) => `${rule.id}@${rule.version}`).join(',')
    return { version: `${rules}/${fingerprint}`, run: (input) => check(context, settings, input) }
  },
}

async function check(
  { warehouse, now, log, signal }: AnalysisContext,
  settings: BudgetSettings,
  fingerprint: string,
): Promise<{ rows: number }> {
  const options: CheckOptions = { ...settings, today: shanghaiDay(now) }
  const facts = await readFacts(warehouse)
  signal?.throwIfAborted()
  const candidates: Candidates = await readCandidates(warehouse, demands(facts.totals, options))
  signal?.throwIfAborted()
  log(
    `预算监督：支付 ${String(facts.totals.fields.payments)} 笔（逐笔核对 ${String(candidates.payments.length)} 笔）、指标 ${String(facts.budgetLines.length)} 条`,
  )
  const { tables, findings, suppressed, notApplicable } = await offThread<typeof checkRules>(
    'budget',
    { facts, candidates, options, now },
    signal,
  )
  log(`预算监督：疑点 ${findings} 条，按例外排除 ${suppressed} 组，不适用规则 ${notApplicable} 条`)
  await warehouse.writeResults('budget', tables, { fingerprint, startedAt: now })
  return { rows: findings }
}
