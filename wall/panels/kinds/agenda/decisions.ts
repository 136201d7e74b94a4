import { wallQueries } from '#warehouse'
import { defineKind } from '../../define-kind.ts'
import { headlineWidth, monthDay, short, widthOf } from '../../words.ts'
import { agendaSources } from '../sources.ts'

export const decisionsLatest = defineKind({
  id: 'decisions.latest',
  name: '通过的法规和决定',
  question: '最近通过了什么，票数如何？',
  form: 'list',
  sources: [agendaSources],
  metric: 'decisions_passed',
  definition: '表决通过的法规案和决定决议，新的在前；票数为赞成、反对、弃权，来源没有票数的不显示。任免不列',
  load: ({ warehouse }) => warehouse.query(wallQueries.decided, { limit: 20 }),
  answer: (rows) => {
    const headline = decisionsHeadline(rows)
    if (rows.length === 0) return { headline, content: null, missingReason: '还没有通过的法规和决定' }
    return {
      headline,
      content: {
        form: 'list',
        columns: [
          { label: '事项', align: 'start' },
          { label: '通过', align: 'end' },
          { label: '赞成/反对/弃权', align: 'end' },
        ],
        rows: rows.slice(0, 6).map((row) => ({
          id: row.record_key,
          cells: [decisionName(row), row.held_on ?? '日期不详', votesOf(row)],
          status: null,
        })),
      },
    }
  },
})

interface Decided {
  readonly title: string
  readonly draft_name: string | null
  readonly held_on: string | null
  readonly votes_for: number | null
  readonly votes_against: number | null
  readonly votes_abstain: number | null
}

function decisionName({ title, draft_name }: Decided): string {
  return (draft_name ?? title).replace(/^关于/u, '').replace(/的(?:决定|决议)$/u, '')
}

function votesOf({ votes_for, votes_against, votes_abstain }: Decided): string {
  return votes_for === null ? '—' : `${votes_for}/${votes_against ?? 0}/${votes_abstain ?? 0}`
}

export function decisionsHeadline(rows: readonly Decided[]): string {
  const [first] = rows
  if (!first) return '还没有通过的法规和决定'
  const day = first.held_on === null ? '最近' : monthDay(first.held_on)
  const together = rows.filter(({ held_on }) => held_on === first.held_on).length
  if (together > 1) return `${day}通过 ${together} 项`
  return `${day}通过${short(decisionName(first), headlineWidth - widthOf(day) - 2)}`
}
