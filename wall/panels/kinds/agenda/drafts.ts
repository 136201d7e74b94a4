import { wallQueries } from '#warehouse'
import { defineKind } from '../../define-kind.ts'
import type { PanelContext } from '../../panel-kind.ts'
import { integer, monthDay, named, percent, short, sumOf, withoutSharedPlace } from '../../words.ts'
import { agendaSources, commentSources } from '../sources.ts'
import { topicLimit } from '../voices/topics.ts'

interface Draft {
  readonly draft_name: string
  readonly stage: string | null
  readonly result: string | null
  readonly stage_on: string | null
  readonly next_stage: string | null
  readonly next_on: string | null
  readonly comments: number
  readonly adopted: number
  readonly decided: number
}

function readDrafts({ warehouse }: PanelContext): Promise<Draft[]> {
  return warehouse.query(wallQueries.drafts, {})
}

/** Where a draft stands, in one word. */
function standing({ stage, result, next_stage, comments }: Draft): string {
  if (result === '通过') return '已通过'
  if (stage !== null) return stage
  return next_stage === null ? (comments > 0 ? '征求意见' : '未上会') : '拟议'
}

function isUnderWay(draft: Draft): boolean {
  return draft.result !== '通过' && draft.stage !== '公布'
}

export const draftList = defineKind({
  id: 'drafts.list',
  name: '法规草案进展',
  question: '在审的法规走到哪一步，下次什么时候上会？',
  form: 'list',
  options: [topicLimit],
  sources: [[...agendaSources, ...commentSources]],
  definition:
    '每部法规草案最近一次有结果的审议阶段和下一次列入议题的会议；名称去掉书名号和括注后相同的算同一部',
  load: readDrafts,
  answer: (rows, { options }) => {
    const headline = draftsHeadline(rows)
    if (rows.length === 0) return { headline, content: null, missingReason: '还没有载入会议议题' }
    const shown = [...rows.filter(isUnderWay), ...rows.filter((row) => !isUnderWay(row))].slice(
      0,
      Number(options['limit']),
    )
    const nameOf = withoutSharedPlace(rows.map(({ draft_name }) => draft_name))
    return {
      headline,
      content: {
        form: 'list',
        columns: [
          { label: '法规', align: 'start' },
          { label: '阶段', align: 'start' },
          { label: '下次上会', align: 'end' },
          { label: '意见', align: 'end' },
        ],
        rows: shown.map((row) => ({
          id: row.draft_name,
          cells: [
            short(nameOf(row.draft_name), 14),
            standing(row),
            row.next_on === null ? '—' : monthDay(row.next_on),
            integer(row.comments),
          ],
          status: row.result === '通过' ? 'ok' : null,
        })),
      },
    }
  },
  fact: (rows, item) => {
    const row = rows.find(({ draft_name }) => draft_name === item)
    if (!row) return null
    return {
      title: row.draft_name,
      facts: [
        { label: '阶段', value: `${standing(row)}${row.stage_on === null ? '' : `（${row.stage_on}）`}` },
        {
          label: '下次上会',
          value: row.next_on === null ? '没有列入后面的会议' : `${row.next_on}，${row.next_stage ?? '审议'}`,
        },
        { label: '公众意见', value: `${integer(row.comments)} 条` },
        {
          label: '采纳',
          value:
            row.decided === 0
              ? '还没有采纳结论'
              : `${integer(row.adopted)} 条，占有结论的 ${percent(row.adopted / row.decided, 0)}`,
        },
      ],
      trend: null,
    }
  },
})

/** How many are on their way and which comes up next; several on one day are counted. */
export function draftsHeadline(drafts: readonly Draft[]): string {
  const running = drafts.filter(isUnderWay)
  if (drafts.length === 0) return '还没有法规草案'
  if (running.length === 0) return `${integer(drafts.length)} 部法规都已通过`
  const days = running.flatMap(({ next_on }) => next_on ?? []).sort()
  const next = days[0]
  if (next === undefined) return `${integer(running.length)} 部法规在审，未列入后面的会议`
  const together = days.filter((day) => day === next).length
  return `${integer(running.length)} 部法规在审，${monthDay(next)}上会 ${together} 部`
}

const order = ['拟议', '征求意见', '一审', '二审', '三审', '表决', '已通过'] as const

export const draftStages = defineKind({
  id: 'drafts.stages',
  name: '立法进程',
  question: '各阶段各有几部法规？',
  form: 'flow',
  sources: [[...agendaSources, ...commentSources]],
  metric: 'regulations_passed',
  definition: '法规草案按最近一次有结果的审议阶段计数；公布的计入已通过',
  load: readDrafts,
  answer: (rows) => {
    const countOf = (stage: string) =>
      rows.filter(
        (row) =>
          standing(row) === stage || (stage === '已通过' && row.stage === '公布' && row.result !== '通过'),
      ).length
    const headline = draftStagesHeadline(rows)
    if (rows.length === 0) return { headline, content: null, missingReason: '还没有载入会议议题' }
    return {
      headline,
      content: {
        form: 'flow',
        unit: '部',
        stages: order.map((stage) => ({
          id: stage,
          label: stage,
          value: countOf(stage),
          note: null,
          status: null,
        })),
      },
    }
  },
})

export function draftStagesHeadline(drafts: readonly Draft[]): string {
  const running = drafts.filter(isUnderWay).length
  if (drafts.length === 0) return '还没有法规草案'
  return `${integer(running)} 部在审，${integer(drafts.length - running)} 部已通过`
}

export const commentsByDraft = defineKind({
  id: 'comments.by-draft',
  name: '各草案公众意见',
  question: '公众对哪部法规意见最多？',
  form: 'bars',
  options: [topicLimit],
  sources: [commentSources],
  metric: 'comments_total',
  definition: '征求意见收到的意见条数，按法规计',
  load: async (context) => commented(await readDrafts(context)),
  answer: (rows, { options }) => {
    const headline = commentsHeadline(rows)
    if (rows.length === 0) return { headline, content: null, missingReason: '还没有载入征求意见' }
    const nameOf = withoutSharedPlace(rows.map(({ draft_name }) => draft_name))
    return {
      headline,
      content: {
        form: 'bars',
        unit: '条',
        items: rows.slice(0, Number(options['limit'])).map((row) => ({
          id: row.draft_name,
          label: short(nameOf(row.draft_name), 14),
          value: row.comments,
          note: null,
          status: null,
        })),
        reference: null,
      },
    }
  },
})

export const commentsAdopted = defineKind({
  id: 'comments.adopted',
  name: '意见采纳',
  question: '公众的意见采纳了多少？',
  form: 'progress',
  options: [topicLimit],
  sources: [commentSources],
  metric: 'comments_adopted_rate',
  definition: '采纳和部分采纳的意见占已有采纳结论的意见的比例；没有结论的不计',
  load: async (context) => commented(await readDrafts(context)),
  answer: (rows, { options }) => {
    const headline = adoptedHeadline(rows)
    if (rows.length === 0) return { headline, content: null, missingReason: '还没有载入征求意见' }
    const nameOf = withoutSharedPlace(rows.map(({ draft_name }) => draft_name))
    return {
      headline,
      content: {
        form: 'progress',
        unit: '条',
        rows: rows.slice(0, Number(options['limit'])).map((row) => ({
          id: row.draft_name,
          label: short(nameOf(row.draft_name), 14),
          done: row.adopted,
          total: row.decided,
          rate: row.decided === 0 ? null : row.adopted / row.decided,
          expected: null,
          note: row.decided === row.comments ? null : `${integer(row.comments - row.decided)} 条没有结论`,
          status: null,
        })),
      },
    }
  },
})

function commented(drafts: readonly Draft[]): Draft[] {
  return drafts
    .filter(({ comments }) => comments > 0)
    .sort((a, b) => b.comments - a.comments || (a.draft_name < b.draft_name ? -1 : 1))
}

export function commentsHeadline(drafts: readonly Draft[]): string {
  const [first, second] = drafts
  if (!first) return '还没有收到公众意见'
  const total = sumOf(drafts, ({ comments }) => comments)
  if (second?.comments === first.comments) return `${drafts.length} 部法规收到意见 ${integer(total)} 条`
  return named(first.draft_name, `意见最多，${integer(first.comments)} 条`)
}

export function adoptedHeadline(drafts: readonly Draft[]): string {
  const decided = sumOf(drafts, (draft) => draft.decided)
  if (drafts.length === 0) return '还没有收到公众意见'
  if (decided === 0) return '公众意见还没有采纳结论'
  return `有结论的 ${integer(decided)} 条采纳 ${percent(sumOf(drafts, ({ adopted }) => adopted) / decided, 0)}`
}
