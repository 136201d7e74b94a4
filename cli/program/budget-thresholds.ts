import type { Command } from 'commander'
import { budgetThresholdsCommand } from '../commands/budget-thresholds.ts'
import { dispatch } from '../dispatch.ts'
import { exitCodes } from '../failure.ts'
import type { AddTo } from '../invocation.ts'

type Rules = Awaited<ReturnType<typeof budgetThresholdsCommand.run>>
type Change = Rules[number]['changes'][number]

/** `huizhi budget thresholds [B25]` */
export function addThresholds(budget: Command, add: AddTo): void {
  const { command, act } = add(budget, 'thresholds', '规则的阈值：现值、来历、待批准的修改和历次修改')
  command.argument('[规则]', '规则编号，例如 B25；不写列出全部').action((rule: string | undefined) =>
    act(async ({ config, output, now }) => {
      const args = rule === undefined ? {} : { rule }
      const rules = await dispatch(budgetThresholdsCommand, args, {
        ...config,
        now,
        progress: output.progress,
      })
      output.result(rules, () => describe(rules))
      return exitCodes.done
    }),
  )
}

function describe(rules: Rules): string {
  const lines = rules
    .filter(({ thresholds, changes }) => thresholds.length > 0 || changes.length > 0)
    .flatMap(({ rule, name, thresholds, changes }) => [
      `${rule} ${name}`,
      ...thresholds.map(
        ({ key, label, value, unit, origin, basis }) =>
          `  ${key} ${label}：${String(value)} ${unit}（${origin}${basis === origin ? '' : `：${basis}`}）`,
      ),
      ...changes.map(describeChange),
    ])
  return lines.join('\n')
}

function describeChange(change: Change): string {
  const { key, value_now, value_proposed, proposed_by, proposed_at, trial, reason } = change
  const what = `${key} ${String(value_now)} → ${String(value_proposed)}，自 ${change.effective_on} 起`
  const tried = `试算疑点 ${String(trial.now)} → ${String(trial.tried)} 条`
  return `  · ${what}；${proposed_by} ${proposed_at.slice(0, 10)} 提出（${reason}；${tried}）：${outcomeOf(change)}`
}

function outcomeOf({ outcome, outcome_by, outcome_reason, in_force_from }: Change): string {
  if (outcome === null) return '等待批准'
  const by = outcome_by ?? ''
  const why = outcome_reason === null || outcome_reason === '' ? '' : `（${outcome_reason}）`
  if (outcome === 'approved') return `${by}批准，自 ${in_force_from ?? ''} 起执行${why}`
  return outcome === 'declined' ? `${by}未批准${why}` : `${by}撤回${why}`
}
