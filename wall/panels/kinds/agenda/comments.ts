import { defineKind } from '../../define-kind.ts'
import { integer, named, percent, short, sumOf, withoutSharedPlace } from '../../words.ts'
import { commentSources } from '../sources.ts'
import { topicLimit } from '../voices/topics.ts'
import { draftFact, readDrafts, type Draft } from './draft.ts'

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
  fact: draftFact,
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
  fact: draftFact,
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
