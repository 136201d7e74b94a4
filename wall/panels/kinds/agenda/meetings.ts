import { wallQueries } from '#warehouse'
import { defineKind } from '../../define-kind.ts'
import { monthDay } from '../../words.ts'
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
