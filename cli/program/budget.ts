import type { Command } from 'commander'
import { budgetCheckCommand } from '../commands/budget-check.ts'
import { addBacktest } from './budget-backtest.ts'
import { addThresholds } from './budget-thresholds.ts'
import { addDisclosure } from './budget-disclosure.ts'
import { dispatch } from '../dispatch.ts'
import { exitCodes } from '../failure.ts'
import type { AddTo } from '../invocation.ts'

/** `huizhi budget check [--rule B12]`, `huizhi budget backtest B12 --set yellow=15`, `huizhi budget thresholds`, `huizhi budget disclosure <pdf…>` */
export function addBudget(program: Command, add: AddTo): void {
  const budget = program.command('budget').description('预算监督').helpOption('-h, --help', '显示帮助')
  const { command, act } = add(budget, 'check', '按规则检查预算执行，列出疑点和依据')
  command.option('--rule <编号>', '只列一条规则的疑点，例如 B12').action((options: { rule?: string }) =>
    act(async ({ config, output, now }) => {
      const report = await dispatch(budgetCheckCommand, options, {
        ...config,
        now,
        progress: output.progress,
      })
      output.result(report, () => describe(report))
      return exitCodes.done
    }),
  )
  addBacktest(budget, add)
  addThresholds(budget, add)
  addDisclosure(budget, add)
}

function describe({ findings, not_applicable }: Awaited<ReturnType<typeof budgetCheckCommand.run>>): string {
  const lines = [`疑点 ${findings.length} 条（疑点不是结论，是查看案卷的理由）`]
  for (const finding of findings) {
    lines.push(
      '',
      `${finding.severity} ${finding.rule} ${finding.name} ${finding.unit ?? '单位不明'} ${finding.amount ?? '—'} 元`,
      `  ${finding.text}`,
      ...(finding.formula === null ? [] : [`  算式：${finding.formula}`]),
      ...(finding.clause === null ? [] : [`  依据：${finding.clause}`]),
      ...finding.source_rows
        .slice(0, 5)
        .map((row) => `  来源：${row.file}${row.sheet === null ? '' : `「${row.sheet}」`} 第 ${row.row} 行`),
      ...(finding.source_rows.length > 5 ? [`  …共 ${finding.source_rows.length} 行`] : []),
    )
  }
  if (not_applicable.length > 0) lines.push('', '数据不足、未能检查的规则：')
  for (const rule of not_applicable) lines.push(`  ${rule.rule} ${rule.name}：${rule.why}`)
  return lines.join('\n')
}
