import { wallQueries } from '#warehouse'
import { defineKind } from '../../define-kind.ts'
import { integer, mostOf, monthDay, sumOf } from '../../words.ts'
import { agendaSources } from '../sources.ts'

interface Meeting {
  readonly session: string
  readonly held_on: string
  readonly is_held: boolean
  readonly reports: number
  readonly drafts: number
  readonly decisions: number
  readonly appointments: number
  readonly checks: number
}

const shownMeetings = 7

export const meetingTimeline = defineKind({
  id: 'meetings.timeline',
  name: '会议安排',
  question: '开过哪些会，下一次什么时候，议什么？',
  form: 'timeline',
  sources: [agendaSources],
  metric: 'meetings_held',
  definition: '常委会会议按日期排列，议题按类别计数；有结果的算已经召开。任免只计数，不列姓名',
  load: ({ warehouse }) => warehouse.query(wallQueries.meetings, {}),
  answer: (rows, { today }) => {
    const headline = meetingsHeadline(rows, today)
    if (rows.length === 0) return { headline, content: null, missingReason: '还没有载入会议议题' }
    return {
      headline,
      content: {
        form: 'timeline',
        today,
        events: rows.slice(-shownMeetings).map((row) => ({
          id: row.session,
          date: row.held_on,
          label: sessionName(row.session),
          kind: row.is_held ? '已召开' : '拟召开',
          note: itemsOf(row),
          status: row.is_held ? 'ok' : null,
        })),
      },
    }
  },
  fact: (rows, item) => {
    const row = rows.find(({ session }) => session === item)
    if (!row) return null
    return {
      title: row.session,
      facts: [
        { label: '日期', value: `${row.held_on}，${row.is_held ? '已召开' : '拟召开'}` },
        { label: '听取报告', value: `${row.reports} 项` },
        { label: '法规案', value: `${row.drafts} 项` },
        { label: '决定决议', value: `${row.decisions} 项` },
        { label: '任免', value: `${row.appointments} 项` },
        { label: '视察检查', value: `${row.checks} 项` },
      ],
      trend: null,
    }
  },
})

/** 市十六届人大常委会第三十一次会议 → 第三十一次会议; what has no 第…次 stays. */
function sessionName(session: string): string {
  return /第[^第]+次(?:会议|常委会)?$/u.exec(session)?.[0] ?? session
}

function itemsOf(row: Meeting): string | null {
  const parts = [
    row.drafts > 0 ? `法规 ${row.drafts}` : '',
    row.reports > 0 ? `报告 ${row.reports}` : '',
    row.decisions > 0 ? `决定 ${row.decisions}` : '',
    row.appointments > 0 ? `任免 ${row.appointments}` : '',
  ].filter((part) => part !== '')
  return parts.length === 0 ? null : parts.join(' · ')
}

/** The next meeting that is planned, else the last one held. */
export function meetingsHeadline(meetings: readonly Meeting[], today: string): string {
  const next = meetings.find(({ held_on, is_held }) => !is_held && held_on >= today)
  if (next) return `${monthDay(next.held_on)}开会，拟审议法规 ${next.drafts} 部`
  const last = meetings.filter(({ is_held }) => is_held).at(-1)
  return last ? `最近一次会议 ${monthDay(last.held_on)}召开` : '还没有会议'
}

const categories = ['听取报告', '法规案', '决定决议', '任免', '视察检查'] as const

export const agendaCategories = defineKind({
  id: 'agenda.categories',
  name: '议题构成',
  question: '会议都议了些什么？',
  form: 'bars',
  sources: [agendaSources],
  definition: '已有结果的议题按类别计数，最近一年与全部；任免只计数',
  load: ({ warehouse }) => warehouse.query(wallQueries.proceedingYears, {}),
  answer: (rows) => {
    const year = Math.max(...rows.map((row) => row.year))
    const headline = categoriesHeadline(rows)
    if (rows.length === 0) return { headline, content: null, missingReason: '还没有载入会议议题' }
    const countOf = (category: string, inYear?: number) =>
      sumOf(
        rows.filter((row) => row.category === category && (inYear === undefined || row.year === inYear)),
        ({ items }) => items,
      )
    return {
      headline,
      content: {
        form: 'bars',
        unit: '项',
        items: categories.map((category) => ({
          id: category,
          label: category,
          value: countOf(category),
          note: `${year} 年 ${integer(countOf(category, year))}`,
          status: null,
        })),
        reference: null,
      },
    }
  },
})

interface YearCategory {
  readonly year: number
  readonly category: string
  readonly items: number
}

export function categoriesHeadline(rows: readonly YearCategory[]): string {
  const total = sumOf(rows, ({ items }) => items)
  if (total === 0) return '还没有议过的议题'
  const sums = categories.map((category) => ({
    category,
    items: sumOf(
      rows.filter((row) => row.category === category),
      ({ items }) => items,
    ),
  }))
  const most = mostOf(sums, ({ items }) => items)
  return `议过 ${integer(total)} 项，${most?.category ?? ''}最多`
}

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
  const day = first.held_on === null ? '' : monthDay(first.held_on)
  const together = rows.filter(({ held_on }) => held_on === first.held_on).length
  return together > 1 ? `${day}通过 ${together} 项` : `${day}通过 1 项，此前共 ${rows.length - 1} 项`
}
