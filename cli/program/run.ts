import type { Command } from 'commander'
import { runCommand } from '../commands/run.ts'
import { dispatch } from '../dispatch.ts'
import { exitCodes } from '../failure.ts'
import type { AddTo } from '../invocation.ts'

/** `huizhi run [--all]` */
export function addRun(program: Command, add: AddTo): void {
  const { command, act } = add(program, 'run', '重建受影响的表、核查并重新分析')
  command.option('--all', '全部重建、全部重新分析', false).action((options: { all: boolean }) =>
    act(async ({ config, output, now }) => {
      const report = await dispatch(runCommand, options, { ...config, now, progress: output.progress })
      output.result(report, () => describe(report))
      return exitCodes.done
    }),
  )
}

function describe({ rebuild, jobs }: Awaited<ReturnType<typeof runCommand.run>>): string {
  const lines = [`重建 ${rebuild.built.length} 张表，${rebuild.skipped} 张未受影响`]
  for (const warning of rebuild.warnings)
    lines.push(`核查提醒：${warning.message}（${warning.offenders} 条）`)
  for (const job of jobs)
    lines.push(job.skipped ? `${job.name}：数据未变，沿用上次结果` : `${job.name}：${job.rows} 行`)
  return lines.join('\n')
}
