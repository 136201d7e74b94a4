import { resolve } from 'node:path'
import type { Command } from 'commander'
import {
  decideQuarantineCommand,
  exportQuarantineCommand,
  listQuarantineCommand,
  replayQuarantineCommand,
} from '../commands/loads.ts'
import { dispatch } from '../dispatch.ts'
import { exitCodes } from '../failure.ts'
import type { AddTo } from '../invocation.ts'
import { table } from '../output.ts'

interface Filter {
  load?: string
  kind?: string
  reason?: string
  column?: string
}

/** `huizhi quarantine list|export|replay|set-aside|reopen` */
export function addQuarantine(program: Command, add: AddTo): void {
  const quarantine = program
    .command('quarantine')
    .description('隔离区：查看、导出、重放、搁置')
    .helpOption('-h, --help', '显示帮助')
  addList(quarantine, add)
  addExport(quarantine, add)
  addReplay(quarantine, add)
  addDecisions(quarantine, add)
}

function filtered(command: Command): Command {
  return command
    .option('--load <批次>', '一批')
    .option('--kind <种类>', '一类数据')
    .option('--reason <原因>', '一种原因代码')
    .option('--column <列>', '一列（规范列名）')
}

function addList(quarantine: Command, add: AddTo): void {
  const { command, act } = add(quarantine, 'list', '隔离行按文件、原因分组')
  command
    .option('--load <批次>', '一批')
    .option('--kind <种类>', '一类数据')
    .action((options: Filter) =>
      act(async ({ config, output, now }) => {
        const { load, kind } = options
        const args = { ...(load === undefined ? {} : { load }), ...(kind === undefined ? {} : { kind }) }
        const report = await dispatch(listQuarantineCommand, args, {
          ...config,
          now,
          progress: output.progress,
        })
        output.result(report, () =>
          table(
            ['批次', '文件', '原因', '列', '待处理', '已改', '搁置'],
            report.groups.map((group) => [
              group.load_id,
              group.source_file,
              group.reason_code,
              group.column_name ?? '',
              group.open_rows,
              group.repaired_rows,
              group.aside_rows,
            ]),
          ),
        )
        return exitCodes.done
      }),
    )
}

function addExport(quarantine: Command, add: AddTo): void {
  const { command, act } = add(quarantine, 'export', '导出待处理的隔离行（XLSX）；改好后用 ingest 接入即可')
  filtered(command.argument('<文件>', '写到哪个 .xlsx')).action((path: string, options: Filter) =>
    act(async ({ config, output, now }) => {
      const args = { ...pick(options), path: resolve(path) }
      const report = await dispatch(exportQuarantineCommand, args, {
        ...config,
        now,
        progress: output.progress,
      })
      output.result(report, () =>
        report.rows === 0 ? '没有待处理的隔离行' : `已导出 ${report.rows} 行到 ${report.path}`,
      )
      return exitCodes.done
    }),
  )
}

function addReplay(quarantine: Command, add: AddTo): void {
  const { command, act } = add(quarantine, 'replay', '按现在的规则和修改重放待处理的隔离行')
  filtered(command.argument('[隔离编号...]', '只重放这些行')).action((named: string[], options: Filter) =>
    act(async ({ config, output, now }) => {
      const args = { ...pick(options), ...(named.length > 0 ? { ids: named } : {}), actor: 'cli' }
      const report = await dispatch(replayQuarantineCommand, args, {
        ...config,
        now,
        progress: output.progress,
      })
      const sum = (of: (load: (typeof report.loads)[number]) => number) =>
        report.loads.reduce((total, load) => total + of(load), 0)
      const refused = sum((load) => load.quarantined)
      output.result(
        report,
        () =>
          `重放 ${report.asked} 行：入库 ${sum((load) => load.accepted + load.unchanged)} 行，仍不合格 ${refused} 行`,
      )
      return refused > 0 ? exitCodes.refused : exitCodes.done
    }),
  )
}

function addDecisions(quarantine: Command, add: AddTo): void {
  const aside = add(quarantine, 'set-aside', '搁置不是数据的隔离行')
  aside.command
    .argument('<隔离编号...>', '哪些行')
    .requiredOption('--reason <理由>', '为什么不是数据')
    .action((ids: string[], { reason }: { reason: string }) =>
      aside.act(async ({ config, output, now }) => {
        const args = { ids, action: 'set_aside' as const, reason, actor: 'cli' }
        const done = await dispatch(decideQuarantineCommand, args, {
          ...config,
          now,
          progress: output.progress,
        })
        output.result(done, () => `已搁置 ${ids.length} 行`)
        return exitCodes.done
      }),
    )
  const reopen = add(quarantine, 'reopen', '把搁置的隔离行恢复为待处理')
  reopen.command.argument('<隔离编号...>', '哪些行').action((ids: string[]) =>
    reopen.act(async ({ config, output, now }) => {
      const args = { ids, action: 'reopen' as const, reason: null, actor: 'cli' }
      const done = await dispatch(decideQuarantineCommand, args, {
        ...config,
        now,
        progress: output.progress,
      })
      output.result(done, () => `已恢复 ${ids.length} 行`)
      return exitCodes.done
    }),
  )
}

function pick({ load, kind, reason, column }: Filter): Filter {
  return {
    ...(load === undefined ? {} : { load }),
    ...(kind === undefined ? {} : { kind }),
    ...(reason === undefined ? {} : { reason }),
    ...(column === undefined ? {} : { column }),
  }
}
