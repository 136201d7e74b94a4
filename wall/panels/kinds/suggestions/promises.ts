import { wallQueries } from '#warehouse'
import { defineKind } from '../../define-kind.ts'
import { integer, sumOf, withoutSharedPlace } from '../../words.ts'
import { suggestionSources } from '../sources.ts'
import { promiseDay } from './promise-day.ts'
import { topicLimit } from '../voices/topics.ts'

interface UnitPromises {
  readonly unit: string
  readonly promises: number
  /** Of those, with a day by when. */
  readonly dated: number
  /** Of those, whose day has passed. */
  readonly passed: number
}

export const suggestionPromises = defineKind({
  id: 'suggestions.promises',
  name: '答复中的承诺',
  question: '答复里承诺了什么时候办成，到时候了吗？',
  form: 'list',
  options: [topicLimit],
  sources: [suggestionSources],
  definition: '近两年答复中写明“将、计划、力争”等的语句；从语句认出时限，时限已过的不等于没有兑现，需要核实',
  load: async ({ warehouse, outside }, { today }) => {
    const replies = await warehouse.query(wallQueries.suggestionReplies, {})
    const units = new Map<string, UnitPromises>()
    for (const { unit, reply, replied_on } of replies) {
      const days = outside.promises(reply).map((sentence) => promiseDay(sentence, replied_on))
      const known = units.get(unit ?? '未标明') ?? {
        unit: unit ?? '未标明',
        promises: 0,
        dated: 0,
        passed: 0,
      }
      units.set(known.unit, {
        unit: known.unit,
        promises: known.promises + days.length,
        dated: known.dated + days.filter((day) => day !== null).length,
        passed: known.passed + days.filter((day) => day !== null && day < today).length,
      })
    }
    return [...units.values()].filter(({ promises }) => promises > 0).sort(mostPassedFirst)
  },
  answer: (rows, { options }) => {
    const headline = promisesHeadline(rows)
    if (rows.length === 0) return { headline, content: null, missingReason: '近两年的答复中没有认出承诺' }
    const nameOf = withoutSharedPlace(rows.map(({ unit }) => unit))
    return {
      headline,
      status: rows.some(({ passed }) => passed > 0) ? 'warn' : null,
      content: {
        form: 'list',
        columns: [
          { label: '单位', align: 'start' },
          { label: '承诺', align: 'end' },
          { label: '有时限', align: 'end' },
          { label: '时限已过', align: 'end' },
        ],
        rows: rows.slice(0, Number(options['limit'])).map((row) => ({
          id: row.unit,
          cells: [nameOf(row.unit), integer(row.promises), integer(row.dated), integer(row.passed)],
          status: null,
        })),
      },
    }
  },
  fact: (rows, item) => {
    const row = rows.find(({ unit }) => unit === item)
    if (!row) return null
    return {
      title: row.unit,
      facts: [
        { label: '近两年承诺', value: `${integer(row.promises)} 条` },
        { label: '写明时限', value: `${integer(row.dated)} 条` },
        { label: '时限已过', value: `${integer(row.passed)} 条，是否兑现需要核实` },
      ],
      trend: null,
    }
  },
})

function mostPassedFirst(a: UnitPromises, b: UnitPromises): number {
  return b.passed - a.passed || b.dated - a.dated || b.promises - a.promises || (a.unit < b.unit ? -1 : 1)
}

export function promisesHeadline(units: readonly UnitPromises[]): string {
  const dated = sumOf(units, (unit) => unit.dated)
  const passed = sumOf(units, (unit) => unit.passed)
  if (sumOf(units, ({ promises }) => promises) === 0) return '近两年的答复没有写明承诺'
  if (dated === 0) return '答复有承诺，都没有写明时限'
  if (passed === 0) return `${integer(dated)} 条有时限的承诺，都未到期`
  return `${integer(dated)} 条承诺有时限，${integer(passed)} 条已过待核`
}
