import { apiQueries } from '#warehouse'
import { defineKind } from '../../define-kind.ts'
import { integer, sumOf, withoutSharedPlace } from '../../words.ts'
import { suggestionSources } from '../sources.ts'
import { topicLimit } from '../voices/topics.ts'

interface LateUnit {
  readonly unit: string
  readonly suggestions: number
  readonly late: number
  readonly unreplied: number
  readonly longest_days: number | null
}

export const lateUnits = defineKind({
  id: 'suggestions.late-units',
  name: '逾期未答复单位',
  question: '哪些单位的建议到期没有答复？',
  form: 'bars',
  options: [topicLimit],
  sources: [suggestionSources],
  metric: 'suggestions_late_open',
  definition: '主办单位到期没有答复的代表建议件数，截至建议数据的最后一天；天数为最长一件超过期限的天数',
  load: async ({ warehouse }) => {
    const rows = await warehouse.query(apiQueries.overview.lateUnits, {
      ...{ district: null, from: null, to: null, limit: 100 },
    })
    return rows.filter(({ unreplied }) => unreplied > 0).sort(mostFirst)
  },
  answer: (rows, { options }) => {
    const nameOf = withoutSharedPlace(rows.map(({ unit }) => unit))
    return {
      headline: lateUnitsHeadline(rows),
      status: rows.length === 0 ? 'ok' : 'bad',
      content: {
        form: 'bars',
        unit: '件',
        items: rows.slice(0, Number(options['limit'])).map((row) => ({
          id: row.unit,
          label: nameOf(row.unit),
          value: row.unreplied,
          note: row.longest_days === null ? null : `最长超 ${row.longest_days} 天`,
          status: 'bad',
        })),
        reference: null,
      },
    }
  },
  fact: (rows, item) => {
    const row = rows.find(({ unit }) => unit === item)
    if (!row) return null
    return {
      title: row.unit,
      facts: [
        { label: '主办建议', value: `${integer(row.suggestions)} 件` },
        { label: '到期未答', value: `${integer(row.unreplied)} 件` },
        { label: '逾期后才答复', value: `${integer(row.late - row.unreplied)} 件` },
        { label: '最长超期', value: row.longest_days === null ? '不详' : `${row.longest_days} 天` },
      ],
      trend: null,
    }
  },
})

function mostFirst(a: LateUnit, b: LateUnit): number {
  return (
    b.unreplied - a.unreplied || (b.longest_days ?? 0) - (a.longest_days ?? 0) || (a.unit < b.unit ? -1 : 1)
  )
}

/** Counts, not names: the bars name them, and a headline would single out one of several. */
export function lateUnitsHeadline(units: readonly LateUnit[]): string {
  const sum = sumOf(units, ({ unreplied }) => unreplied)
  if (sum === 0) return '各单位没有到期未答的建议'
  const longest = Math.max(0, ...units.map(({ longest_days }) => longest_days ?? 0))
  const said = `${units.length} 家单位 ${integer(sum)} 件到期未答`
  return longest > 0 ? `${said}，最长超 ${longest} 天` : said
}
