import type { Command } from 'commander'
import { UsageError } from '../command.ts'
import { changeLoadsCommand, listLoadsCommand, selectLoadsCommand } from '../commands/loads.ts'
import { dispatch } from '../dispatch.ts'
import { exitCodes } from '../failure.ts'
import { figureText } from '../figure.ts'
import type { AddTo, Invocation } from '../invocation.ts'
import { table } from '../output.ts'

/** `huizhi loads list|withdraw|restore|rerun` */
export function addLoads(program: Command, add: AddTo): void {
  const loads = program
    .command('loads')
    .description('载入台账：查看、撤回、恢复、重跑')
    .helpOption('-h, --help', '显示帮助')
  addList(loads, add)
  addWithdraw(loads, add)
  addRestore(loads, add)
  addRerun(loads, add)
}

function addList(loads: Command, add: AddTo): void {
  const { command, act } = add(loads, 'list', '列出载入台账，新的在前')
  command
    .option('--kind <种类>', '只看一类数据')
    .option('--unbalanced', '只看未对平的批次')
    .option('--limit <条数>', '最多几条', '50')
    .action((options: { kind?: string; unbalanced?: true; limit: string }) =>
      act(async ({ config, output, now }) => {
        const args = {
          limit: Number(options.limit) || 50,
          ...(options.kind === undefined ? {} : { kind: options.kind }),
          ...(options.unbalanced ? { reconciled: 'unbalanced' } : {}),
        }
        const report = await dispatch(listLoadsCommand, args, { ...config, now, progress: output.progress })
        output.result(report, () =>
          table(
            ['批次', '种类', '文件', '状态', '对账', '读入', '接收', '隔离', '未变'],
            report.loads.map((load) => [
              load.load_id,
              load.kind,
              load.file_name,
              statusWords[load.status] ?? load.status,
              reconciledWords[load.reconciled ?? ''] ?? '',
              load.rows_read,
              load.rows_accepted,
              load.rows_quarantined,
              load.rows_unchanged,
            ]),
          ),
        )
        return exitCodes.done
      }),
    )
}

const statusWords: Readonly<Record<string, string>> = {
  published: '已发布',
  withdrawn: '已撤回',
  failed: '失败',
}
const reconciledWords: Readonly<Record<string, string>> = {
  balanced: '对平',
  unbalanced: '未对平',
  explained: '已说明',
}

function addWithdraw(loads: Command, add: AddTo): void {
  const { command, act } = add(loads, 'withdraw', '撤回几批数据，连同由它们得出的一切；可以恢复')
  command
    .argument('<批次...>', '批次编号')
    .option('--reason <理由>', '为什么撤回；只看时可以不写', '')
    .option('--dry-run', '只看会改变什么', false)
    .action((loadIds: string[], options: { reason: string; dryRun: boolean }) =>
      act((invocation) => {
        if (options.reason === '' && !options.dryRun) throw new UsageError('必须写选项 --reason <理由>')
        return change(invocation, { action: 'withdraw', loadIds, ...options })
      }),
    )
}

function addRestore(loads: Command, add: AddTo): void {
  const { command, act } = add(loads, 'restore', '恢复撤回的批次，按当时的规则从归档重读')
  command
    .argument('<批次...>', '批次编号')
    .option('--dry-run', '只看会改变什么', false)
    .action((loadIds: string[], options: { dryRun: boolean }) =>
      act((invocation) => change(invocation, { action: 'restore', loadIds, reason: '', ...options })),
    )
}

interface RerunOptions {
  kind?: string
  source?: string
  loadedFrom?: string
  loadedTo?: string
  dataFrom?: string
  dataTo?: string
  reason: string
  dryRun: boolean
}

function addRerun(loads: Command, add: AddTo): void {
  const { command, act } = add(
    loads,
    'rerun',
    '按现在的映射和规则从归档重跑：写批次，或按种类、来源、日期挑选',
  )
  command
    .argument('[批次...]', '批次编号')
    .option('--kind <种类>', '一类数据')
    .option('--source <来源>', '一个来源')
    .option('--loaded-from <日期>', '载入日期起')
    .option('--loaded-to <日期>', '载入日期止')
    .option('--data-from <日期>', '数据日期起')
    .option('--data-to <日期>', '数据日期止')
    .option('--reason <理由>', '为什么重跑', '')
    .option('--dry-run', '只看会改变什么', false)
    .action((named: string[], { reason, dryRun, ...chosen }: RerunOptions) =>
      act(async (invocation) => {
        const loadIds = named.length > 0 ? named : await select(invocation, chosen)
        return change(invocation, { action: 'rerun', loadIds, reason, dryRun })
      }),
    )
}

async function select(
  { config, output, now }: Invocation,
  chosen: Omit<RerunOptions, 'reason' | 'dryRun'>,
): Promise<string[]> {
  const given = definedOnly(chosen)
  if (Object.keys(given).length === 0)
    throw new UsageError('请写批次编号，或用 --kind、--source、--loaded-from 等挑选')
  const report = await dispatch(selectLoadsCommand, given, {
    ...config,
    now,
    progress: output.progress,
  })
  if (report.loads.length === 0) throw new UsageError('没有符合条件的批次')
  return report.loads.map((load) => load.load_id)
}

function definedOnly(chosen: Omit<RerunOptions, 'reason' | 'dryRun'>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(chosen).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}

async function change(
  { config, output, now }: Invocation,
  args: { action: 'withdraw' | 'restore' | 'rerun'; loadIds: string[]; reason: string; dryRun: boolean },
): Promise<number> {
  const options = { ...config, now, progress: output.progress }
  const report = await dispatch(changeLoadsCommand, { ...args, actor: 'cli' }, options)
  output.result(report, () => describe(report))
  return report.loads.some((load) => load.quarantined > 0) ? exitCodes.refused : exitCodes.done
}

type Report = Awaited<ReturnType<typeof changeLoadsCommand.run>>

function describe({ dryRun, withdrawn, loads, metrics }: Report): string {
  const lines = [dryRun ? '预览，没有改动任何数据：' : '已完成：']
  for (const load of withdrawn)
    lines.push(
      `撤回 ${load.loadId} ${load.fileName}：移走 ${load.removed} 行${kept(load.kept)}，隔离 ${load.quarantined} 行`,
    )
  for (const load of loads)
    lines.push(
      `读入 ${load.loadId}：${load.rows} 行，接收 ${load.accepted}，隔离 ${load.quarantined}，未变 ${load.unchanged}`,
    )
  if (dryRun && metrics.length === 0) lines.push('指标不变')
  for (const metric of metrics)
    lines.push(
      `指标 ${metric.label}：${figureText(metric.before, metric.unit)} → ${figureText(metric.after, metric.unit)}`,
    )
  return lines.join('\n')
}

function kept(rows: number): string {
  return rows === 0 ? '' : `，${rows} 行后来的批次也有、改记在它们名下`
}
