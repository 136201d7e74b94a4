import type { Command } from 'commander'
import { repliesCommand } from '../commands/replies.ts'
import { dispatch } from '../dispatch.ts'
import { exitCodes } from '../failure.ts'
import { table } from '../output.ts'
import type { AddTo } from '../invocation.ts'

/** `huizhi replies` */
export function addReplies(program: Command, add: AddTo): void {
  const { command, act } = add(program, 'replies', '答复质量：切题、完整、说理、时限')
  command.action(() =>
    act(async ({ config, output, now }) => {
      const report = await dispatch(repliesCommand, {}, { ...config, now, progress: output.progress })
      output.result(report, () => describe(report))
      return exitCodes.done
    }),
  )
}

function describe({ replies }: Awaited<ReturnType<typeof repliesCommand.run>>): string {
  if (replies.length === 0) return '没有答复'
  const mean = (pick: (reply: (typeof replies)[number]) => number) =>
    (replies.reduce((sum, reply) => sum + pick(reply), 0) / replies.length).toFixed(2)
  const unexplained = replies.filter((reply) => !reply.explained)
  return [
    `答复 ${replies.length} 件：平均切题 ${mean((one) => one.relevance_score)}，完整 ${mean((one) => one.complete_score)}，说理 ${mean((one) => one.explained_score)}`,
    `没有说明理由或依据的 ${unexplained.length} 件${unexplained.length > 20 ? '，列前 20 件' : ''}：`,
    table(
      ['编号', '说理', '完整', '切题', '天数'],
      unexplained
        .slice(0, 20)
        .map((one) => [
          one.record_id,
          one.explained_score,
          one.complete_score,
          one.relevance_score,
          one.days ?? '—',
        ]),
    ),
  ].join('\n')
}
