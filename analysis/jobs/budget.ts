import { shanghaiDay } from '#calendar'
import { findingKinds } from '#warehouse'
import { budgetRules, type CheckOptions } from '../budget/index.ts'
import { openShelf, shelfTable } from './answer-shelf.ts'
import type { AnalysisContext, AnalysisJob } from './job.ts'
import { readCandidates, readLedgers, readTotals } from './budget-data.ts'
import { readBudgetSettings, type BudgetSettings } from './budget-settings.ts'
import { BudgetJudge } from './budget-judge.ts'
import type { PackedFacts } from './packed-answers.ts'
import type { BudgetOutcome } from './workers/budget.ts'
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
  context: AnalysisContext,
  settings: BudgetSettings,
  { fingerprint, anew }: { fingerprint: string; anew: boolean },
): Promise<{ rows: number }> {
  const { warehouse, now, signal } = context
  const options: CheckOptions = { ...settings, today: shanghaiDay(now) }
  const published = warehouse.version()
  const answers = await YearAnswers.open(warehouse, anew ? undefined : await openShelf(warehouse))
  const ledgers = await readLedgers(warehouse)
  const totals = await readTotals(answers, options)
  signal?.throwIfAborted()
  const { tables, findings } = await judge(context, options, answers, { ledgers, totals })
  // Answers that may partly be of data published meanwhile are not kept.
  const kept = warehouse.version() === published ? [shelfTable(answers, { anew })] : []
  await warehouse.writeResults('budget', [...tables, ...kept], { fingerprint, startedAt: now })
  return { rows: findings }
}

/** Fetches the candidates, on another thread typing the facts meanwhile, and checks the rules. */
async function judge(
  { now, log, signal }: AnalysisContext,
  options: CheckOptions,
  answers: YearAnswers,
  facts: PackedFacts,
): Promise<BudgetOutcome> {
  const judging = new BudgetJudge(facts, signal)
  try {
    const candidates = await readCandidates(answers, facts.totals, options)
    signal?.throwIfAborted()
    const { added, taken } = answers.changes()
    log(
      `预算监督：支付 ${String(answers.fields.payments)} 笔，分年度取数 ${String(added.length)} 项，沿用上次 ${String(taken)} 项`,
    )
    const outcome = await judging.judge({ candidates, options, now })
    const { payments, findings, suppressed, notApplicable } = outcome
    log(
      `预算监督：逐笔核对 ${payments} 笔，疑点 ${findings} 条，按例外排除 ${suppressed} 组，不适用规则 ${notApplicable} 条`,
    )
    return outcome
  } finally {
    await judging.close()
  }
}
