import type { Command } from 'commander'
import { UsageError } from '../command.ts'
import { queryCommand } from '../commands/query.ts'
import { dispatch } from '../dispatch.ts'
import { exitCodes } from '../failure.ts'
import { figureText } from '../figure.ts'
import { table } from '../output.ts'
import type { AddTo } from '../invocation.ts'

interface Options {
  from?: string
  to?: string
  district?: string
  unit?: string
  year?: string
}

/** `huizhi query [METRIC] [--from --to --district --unit --year]` */
export function addQuery(program: Command, add: AddTo): void {
  const { command, act } = add(program, 'query', '查一个指标；不写名称则列出全部指标和口径')
  command
    .argument('[metric]', '指标名')
    .option('--from <日期>', '起始日期 YYYY-MM-DD')
    .option('--to <日期>', '截止日期 YYYY-MM-DD')
    .option('--district <区县>', '区县名称')
    .option('--unit <单位编码>', '预算单位编码')
    .option('--year <年度>', '预算年度')
    .action((metric: string | undefined, options: Options) =>
      act(async ({ config, output, now }) => {
        const { year, from, to, district, unit } = options
        const filter = {
          ...(from === undefined ? {} : { from }),
          ...(to === undefined ? {} : { to }),
          ...(district === undefined ? {} : { district }),
          ...(unit === undefined ? {} : { unit }),
          ...(year === undefined ? {} : { year: parseYear(year) }),
        }
        const args = metric === undefined ? { filter } : { metric, filter }
        const report = await dispatch(queryCommand, args, { ...config, now, progress: output.progress })
        output.result(report, () => report.metrics.map(describe).join('\n'))
        return exitCodes.done
      }),
    )
}

type Metric = Awaited<ReturnType<typeof queryCommand.run>>['metrics'][number]

function describe(metric: Metric): string {
  if (!('card' in metric))
    return table(['指标', '名称', '口径'], [[metric.name, metric.label, metric.definition]])
  const value =
    metric.value === null
      ? `无（${metric.missingReason ?? '原因未知'}）`
      : figureText(metric.value, metric.unit)
  const until = metric.dataTime === null ? '' : `，数据截至 ${metric.dataTime}`
  const quarantined = metric.quarantined > 0 ? `，另有 ${metric.quarantined} 条隔离未计入` : ''
  const unbalanced = metric.unreconciled > 0 ? `，${metric.unreconciled} 批未对平` : ''
  return `${metric.label}：${value}${until}${quarantined}${unbalanced}\n口径：${metric.card.definition}`
}

function parseYear(text: string): number {
  if (!/^\d{4}$/.test(text)) throw new UsageError('--year 应写四位年份，例如 2026')
  return Number(text)
}
