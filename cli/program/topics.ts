import type { Command } from 'commander'
import { UsageError } from '../command.ts'
import { topicsCommand } from '../commands/topics.ts'
import { dispatch } from '../dispatch.ts'
import { exitCodes } from '../failure.ts'
import { table } from '../output.ts'
import type { AddTo } from '../invocation.ts'

/** `huizhi topics [--limit N]` */
export function addTopics(program: Command, add: AddTo): void {
  const { command, act } = add(program, 'topics', '群众集中反映的事项')
  command.option('--limit <条数>', '只列前几条').action((options: { limit?: string }) =>
    act(async ({ config, output, now }) => {
      const args = options.limit === undefined ? {} : { limit: parseLimit(options.limit) }
      const report = await dispatch(topicsCommand, args, { ...config, now, progress: output.progress })
      output.result(report, () => describe(report))
      return exitCodes.done
    }),
  )
}

function describe({ topics }: Awaited<ReturnType<typeof topicsCommand.run>>): string {
  if (topics.length === 0) return '没有达到门槛的集中事项'
  return table(
    ['名次', '热度', '件数', '事项数', '起', '止', '阶段', '标题'],
    topics.map((topic) => [
      topic.rank,
      topic.heat.toFixed(1),
      topic.voices,
      topic.matters,
      topic.from ?? '—',
      topic.to ?? '—',
      topic.lifecycle ?? '—',
      topic.title,
    ]),
  )
}

function parseLimit(text: string): number {
  const limit = Number(text)
  if (!Number.isInteger(limit) || limit < 1) throw new UsageError('--limit 应为正整数')
  return limit
}
