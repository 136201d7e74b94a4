import type { Command } from 'commander'
import { UsageError } from '../command.ts'
import { budgetBacktestCommand } from '../commands/budget-backtest.ts'
import { dispatch } from '../dispatch.ts'
import { exitCodes } from '../failure.ts'
import type { AddTo } from '../invocation.ts'

/** `huizhi budget backtest B12 --set yellow=15` */
export function addBacktest(budget: Command, add: AddTo): void {
  const { command, act } = add(budget, 'backtest', '换一个阈值会多报、少报哪些疑点：只试算，不改设置')
  command
    .argument('<规则>', '规则编号，例如 B12')
    .requiredOption('--set <阈值=数>', '试算的阈值，例如 yellow=15；可写多次', collect, [])
    .action((rule: string, options: { set: string[] }) =>
      act(async ({ config, output, now }) => {
        const args = { rule, values: parseValues(options.set) }
        const result = await dispatch(budgetBacktestCommand, args, {
          ...config,
          now,
          progress: output.progress,
        })
        output.result(result, () => describe(result))
        return exitCodes.done
      }),
    )
}

function collect(value: string, earlier: string[]): string[] {
  return [...earlier, value]
}

function parseValues(settings: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    settings.map((setting) => {
      const [, key, value] = /^([\w.]+)=(\d+(?:\.\d+)?)$/u.exec(setting) ?? []
      if (key === undefined || value === undefined)
        throw new UsageError('--set 应写成 阈值=数，例如 --set yellow=15')
      return [key, Number(value)]
    }),
  )
}

function describe(result: Awaited<ReturnType<typeof budgetBacktestCommand.run>>): string {
  const lines = result.changes.map(
    ({ label, unit, now, tried }) => `${result.rule} ${label}：${String(now)} → ${String(tried)} ${unit}`,
  )
  lines.push(
    `现有数据上：疑点 ${String(result.findings_now)} 条 → ${String(result.findings_tried)} 条，新增 ${String(result.gained)} 条，减少 ${String(result.lost)} 条（只试算，设置没有改动）`,
    ...result.gained_findings.map(({ severity, text }) => `  + ${severity} ${text}`),
    ...result.lost_findings.map(({ severity, text }) => `  − ${severity} ${text}`),
  )
  return lines.join('\n')
}
