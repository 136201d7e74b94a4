import { resolve } from 'node:path'
import type { Command } from 'commander'
import { readRecords } from '#ingest'
import { UsageError } from '../command.ts'
import { repliesCommand, trainRepliesCommand } from '../commands/replies.ts'
import { dispatch } from '../dispatch.ts'
import { exitCodes } from '../failure.ts'
import { table } from '../output.ts'
import type { AddTo } from '../invocation.ts'

/** `huizhi replies`, `huizhi replies train` */
export function addReplies(program: Command, add: AddTo): void {
  const { command, act } = add(program, 'replies', '答复质量：切题、说理、完整、时效、态度')
  // `--data-dir` after `train` belongs to `train`.
  command.enablePositionalOptions()
  command.action(() =>
    act(async ({ config, output, now }) => {
      const report = await dispatch(repliesCommand, {}, { ...config, now, progress: output.progress })
      output.result(report, () => describe(report))
      return exitCodes.done
    }),
  )
  addTrain(command, add)
}

function addTrain(replies: Command, add: AddTo): void {
  const { command, act } = add(replies, 'train', '用本单位的标注学习“有没有说理”；答复取自库中同编号的记录')
  command
    .requiredOption('--labels <文件>', '标注文件（CSV、XLSX、JSON）')
    .requiredOption('--id <列名>', '编号列，与来源编号相同，例如 留言编号')
    .requiredOption('--label <列名>', '标注列：1 或 是 为有说理，0 或 否 为没有')
    .action((options: { labels: string; id: string; label: string }) =>
      act(async ({ config, output, now }) => {
        const labels = readLabels(await readRecords(resolve(options.labels)), options)
        const trained = await dispatch(
          trainRepliesCommand,
          { labels },
          { ...config, now, progress: output.progress },
        )
        output.result(trained, () => describeTraining(trained))
        return exitCodes.done
      }),
    )
}

const YES = new Set(['1', '是', '有', 'true', 'yes', 'y'])
const NO = new Set(['0', '否', '无', '没有', 'false', 'no', 'n'])

function readLabels(
  { columns, rows }: { columns: readonly string[]; rows: readonly (readonly (string | null)[])[] },
  options: { id: string; label: string },
): { recordId: string; explained: boolean }[] {
  const place = (name: string): number => {
    const at = columns.indexOf(name)
    if (at < 0) throw new UsageError(`标注文件没有“${name}”这一列，现有：${columns.join('、')}`)
    return at
  }
  const [idAt, labelAt] = [place(options.id), place(options.label)]
  return rows.flatMap((row, index) => {
    const recordId = (row[idAt] ?? '').trim()
    const label = (row[labelAt] ?? '').trim().toLowerCase()
    if (recordId === '' || label === '') return []
    if (!YES.has(label) && !NO.has(label)) {
      throw new UsageError(`标注文件第 ${index + 2} 行“${options.label}”应为 1、0、是或否`)
    }
    return [{ recordId, explained: YES.has(label) }]
  })
}

type Training = Awaited<ReturnType<typeof trainRepliesCommand.run>>

function describeTraining({ path, examples, unmatched, measured }: Training): string {
  const cell = ({ value, low, high }: { value: number; low: number; high: number }) =>
    `${value.toFixed(3)}（${low.toFixed(3)}–${high.toFixed(3)}）`
  return [
    `已用 ${examples} 件标注训练，模型存于 ${path}` +
      (unmatched > 0 ? `；另有 ${unmatched} 个编号在库中没有答复` : ''),
    '未见过的答复上的宏平均 F1（五折，括号内为 95% 区间）：',
    table(
      ['只看长度', '规则（不用标注）', '用标注训练'],
      [[cell(measured.lengthOnly), cell(measured.rules), cell(measured.model)]],
    ),
    `与只看长度相比高 ${cell(measured.gain)}；一半训练、一半检验重复 ${measured.halves.repeats} 次，` +
      `${measured.halves.model.toFixed(3)} 对 ${measured.halves.lengthOnly.toFixed(3)}，${measured.halves.modelBetter} 次更高`,
  ].join('\n')
}

function describe({ replies }: Awaited<ReturnType<typeof repliesCommand.run>>): string {
  if (replies.length === 0) return '没有答复'
  const mean = (pick: (reply: (typeof replies)[number]) => number) =>
    ((100 * replies.reduce((sum, reply) => sum + pick(reply), 0)) / replies.length).toFixed(0)
  const worst = [...replies].sort((a, b) => a.score - b.score)
  const points = (share: number) => (share * 100).toFixed(0)
  return [
    `答复 ${replies.length} 件，平均 ${mean((one) => one.score)} 分：切题 ${mean((one) => one.relevance_score)}，` +
      `说理 ${mean((one) => one.explained_score)}，完整 ${mean((one) => one.complete_score)}，态度 ${mean((one) => one.attitude_score)}`,
    `只告知收悉或转办 ${replies.filter((one) => one.acknowledgement_only).length} 件，` +
      `没有说理 ${replies.filter((one) => !one.explained).length} 件；得分最低的 20 件：`,
    table(
      ['编号', '总分', '切题', '说理', '完整', '工作日'],
      worst
        .slice(0, 20)
        .map((one) => [
          one.record_id,
          points(one.score),
          points(one.relevance_score),
          points(one.explained_score),
          points(one.complete_score),
          one.workdays ?? '—',
        ]),
    ),
  ].join('\n')
}
