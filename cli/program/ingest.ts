import { resolve } from 'node:path'
import type { Command } from 'commander'
import { isKind, kinds, type Kind } from '#warehouse'
import type { StatedTotals } from '#ingest'
import { UsageError } from '../command.ts'
import { ingestCommand } from '../commands/ingest.ts'
import { ingestPreviewCommand } from '../commands/ingest-preview.ts'
import { describePreview } from '../describe-preview.ts'
import { dispatch } from '../dispatch.ts'
import { exitCodes } from '../failure.ts'
import { table } from '../output.ts'
import type { AddTo } from '../invocation.ts'

/** `huizhi ingest <path…> [--kind K] [--mapping FILE] [--dry-run]` */
export function addIngest(program: Command, add: AddTo): void {
  const { command, act } = add(program, 'ingest', '接入文件或文件夹：CSV、XLSX、JSON、NDJSON、Parquet、Arrow')
  command
    .argument('<path...>', '文件或文件夹')
    .option('--kind <种类>', `指定数据种类（${kinds.join('、')}），不写则按表头识别`)
    .option('--mapping <文件>', '映射文件（YAML 或 JSON）')
    .option('--rows <行数>', '对账：文件应有的数据行数')
    .option('--sum <列=合计>', '对账：某列应有的合计（元），例如 金额=1234.50；可写多次', collect, [])
    .option('--dry-run', '只看不入库：各列会怎样读、哪些行会被隔离、哪些数字会变')
    .action((paths: string[], options: IngestArguments) =>
      act(async ({ config, output, now }) => {
        const args = {
          paths: paths.map((path) => resolve(path)),
          actor: 'cli',
          ...(options.kind === undefined ? {} : { kind: parseKind(options.kind) }),
          ...(options.mapping === undefined ? {} : { mapping: resolve(options.mapping) }),
        }
        const stated = parseTotals(options)
        if (options.dryRun) {
          const previews = await dispatch(ingestPreviewCommand, args, {
            ...config,
            now,
            progress: output.progress,
          })
          output.result({ files: previews }, () => previews.map(describePreview).join('\n\n'))
          return previews.some((one) => one.problem !== null) ? exitCodes.failed : exitCodes.done
        }
        const report = await dispatch(
          ingestCommand,
          { ...args, ...stated },
          { ...config, now, progress: output.progress },
        )
        output.result(report, () => describe(report))
        if (report.errors.length > 0) return exitCodes.failed
        return report.loads.some((load) => load.quarantined > 0) ? exitCodes.refused : exitCodes.done
      }),
    )
}

interface IngestArguments {
  kind?: string
  mapping?: string
  dryRun?: true
  rows?: string
  sum: string[]
}

function collect(text: string, earlier: string[]): string[] {
  return [...earlier, text]
}

/** `--rows 12 --sum 金额=1234.50` → what the file must add up to. */
function parseTotals({ rows, sum }: IngestArguments): { stated?: StatedTotals } {
  if (rows === undefined && sum.length === 0) return {}
  if (rows !== undefined && !/^\d+$/.test(rows)) throw new UsageError('--rows 应写整数，例如 1200')
  const pairs = sum.map((text) => {
    const [, column, total] = /^([^=]+)=(.+)$/.exec(text) ?? []
    if (column === undefined || total === undefined)
      throw new UsageError('--sum 应写“列=合计”，例如 金额=1234.50')
    return [column.trim(), total.trim()] as const
  })
  return {
    stated: { ...(rows === undefined ? {} : { rows: Number(rows) }), sums: Object.fromEntries(pairs) },
  }
}

function parseKind(text: string): Kind {
  if (isKind(text)) return text
  throw new UsageError(`没有“${text}”这种数据，可用的有：${kinds.join('、')}`)
}

type Report = Awaited<ReturnType<typeof ingestCommand.run>>

function describe(report: Report): string {
  const rows = report.loads.map((load) => [
    load.file,
    load.kind,
    load.rows,
    load.accepted,
    load.quarantined,
    load.unchanged,
  ])
  const parts = [table(['文件', '种类', '行数', '接收', '隔离', '未变'], rows)]
  for (const load of report.loads) {
    for (const warning of load.warnings) parts.push(`注意 ${load.file}：${warning}`)
  }
  for (const { text } of report.notes) parts.push(text)
  for (const error of report.errors) parts.push(`未接入 ${error.file}：${error.message}（${error.code}）`)
  return parts.join('\n')
}
