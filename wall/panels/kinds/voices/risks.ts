import { riskQueries } from '#warehouse'
import { defineKind } from '../../define-kind.ts'
import { integer, sumOf } from '../../words.ts'
import { voiceSources } from '../sources.ts'

interface Count {
  readonly level: string | null
  readonly status: string
  readonly voices: number
}

const levels = ['紧急', '高', '关注'] as const
const steps = ['待处理', '已阅', '已转办'] as const

const definition = '来件文字里有人身安全、聚集、讨薪等紧急线索的，按等级计数；只是先看的次序，不是结论'

export const openRisks = defineKind({
  id: 'risks.open',
  name: '待处理紧急件',
  question: '有多少紧急的来件还没有人处理？',
  form: 'bars',
  sources: [voiceSources],
  definition,
  load: ({ warehouse }) => warehouse.query(riskQueries.counts, {}),
  answer: (rows) => ({
    headline: risksHeadline(rows),
    status: openOf(rows, '紧急') > 0 ? 'bad' : sumOf(open(rows), ({ voices }) => voices) > 0 ? 'warn' : 'ok',
    content: {
      form: 'bars',
      unit: '件',
      items: levels.map((level) => ({
        id: level,
        label: level,
        value: openOf(rows, level),
        note: null,
        status: openOf(rows, level) === 0 ? null : level === '紧急' ? 'bad' : level === '高' ? 'warn' : null,
      })),
      reference: null,
    },
  }),
})

export const riskHandling = defineKind({
  id: 'risks.handling',
  name: '紧急件处置',
  question: '紧急的来件办到哪一步了？',
  form: 'flow',
  sources: [voiceSources],
  definition: `${definition}。只计紧急和高两级，误报的不计`,
  load: async ({ warehouse }) => {
    const rows = await warehouse.query(riskQueries.counts, {})
    return rows.filter(({ level }) => level === '紧急' || level === '高')
  },
  answer: (rows) => {
    const countOf = (step: string) =>
      sumOf(
        rows.filter(({ status }) => status === step),
        ({ voices }) => voices,
      )
    return {
      headline: handlingHeadline(countOf('待处理'), countOf('已阅') + countOf('已转办')),
      status: openOf(rows, '紧急') > 0 ? 'bad' : null,
      content: {
        form: 'flow',
        unit: '件',
        stages: steps.map((step) => ({
          id: step,
          label: step,
          value: countOf(step),
          note: null,
          status: step === '待处理' && countOf(step) > 0 ? 'warn' : null,
        })),
      },
    }
  },
})

function open(rows: readonly Count[]): Count[] {
  return rows.filter(({ status }) => status === '待处理')
}

function openOf(rows: readonly Count[], level: string): number {
  return sumOf(
    open(rows).filter((row) => row.level === level),
    ({ voices }) => voices,
  )
}

export function risksHeadline(rows: readonly Count[]): string {
  const urgent = openOf(rows, '紧急')
  const total = sumOf(open(rows), ({ voices }) => voices)
  if (total === 0) return '没有待处理的紧急件'
  if (urgent === 0) return `${integer(total)} 件待处理，没有紧急`
  return urgent === total
    ? `${integer(urgent)} 件紧急待处理`
    : `${integer(total)} 件待处理，紧急 ${integer(urgent)} 件`
}

export function handlingHeadline(waiting: number, taken: number): string {
  if (waiting + taken === 0) return '没有紧急和高风险的来件'
  if (waiting === 0) return `${integer(taken)} 件紧急、高风险件都有人看过`
  return taken === 0
    ? `${integer(waiting)} 件紧急、高风险件没有人看`
    : `${integer(taken)} 件已看，${integer(waiting)} 件待处理`
}
