import { addDays } from '#calendar'
import type { PanelStatus } from '#contract'
import { wallQueries } from '#warehouse'
import { defineKind } from '../../define-kind.ts'
import { integer, sumOf } from '../../words.ts'
import { suggestionSources } from '../sources.ts'

interface Due {
  readonly due_date: string
  readonly suggestions: number
}

interface Bucket {
  readonly id: string
  readonly label: string
  readonly count: number
  readonly status: PanelStatus
}

export const suggestionDue = defineKind({
  id: 'suggestions.due',
  name: '即将到期',
  question: '接下来哪些建议要到期？',
  form: 'bars',
  sources: [suggestionSources],
  definition: '还没有答复、期限未过的代表建议按期限离今天的远近计数；期限取来源给出的，没有的按交办后三个月',
  load: ({ warehouse }) => warehouse.query(wallQueries.suggestionDue, {}),
  answer: (rows, { today }) => {
    const buckets = bucketsOf(rows, today)
    return {
      headline: dueHeadline(rows, today),
      status: buckets.find(({ status, count }) => status !== null && count > 0)?.status ?? 'ok',
      content: {
        form: 'bars',
        unit: '件',
        items: buckets.map(({ id, label, count, status }) => ({
          ...{ id, label, value: count, note: null },
          status: count > 0 ? status : null,
        })),
        reference: null,
      },
    }
  },
})

function bucketsOf(rows: readonly Due[], today: string): Bucket[] {
  const between = (from: string, to: string) =>
    sumOf(
      rows.filter(({ due_date }) => due_date >= from && due_date < to),
      ({ suggestions }) => suggestions,
    )
  const [week, month] = [addDays(today, 7), addDays(today, 30)]
  return [
    { id: 'week', label: '7 天内', count: between(today, week), status: 'warn' },
    { id: 'month', label: '8–30 天', count: between(week, month), status: null },
    { id: 'later', label: '30 天以后', count: between(month, '9999'), status: null },
  ]
}

export function dueHeadline(rows: readonly Due[], today: string): string {
  const [week, month, later] = bucketsOf(rows, today).map(({ count }) => count)
  const total = (week ?? 0) + (month ?? 0) + (later ?? 0)
  if (total === 0) return '没有将要到期的建议'
  if (week) return `7 天内 ${integer(week)} 件到期，30 天内 ${integer(week + (month ?? 0))} 件`
  return month ? `7 天内没有到期，30 天内 ${integer(month)} 件` : `${integer(total)} 件在办，30 天内没有到期`
}
