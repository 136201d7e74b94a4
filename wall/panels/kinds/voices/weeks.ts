import { addDays } from '#calendar'
import { apiQueries } from '#warehouse'
import { defineKind } from '../../define-kind.ts'
import { integer, runLength } from '../../words.ts'
import { voiceSources } from '../sources.ts'

interface Week {
  readonly week_start: string
  readonly voices: number
  readonly expected: number | null
  readonly expected_low: number | null
  readonly expected_high: number | null
}

export const voiceWeeks = defineKind({
  id: 'voices.weeks',
  name: '来件走势',
  question: '来件比预期多还是少？',
  form: 'trend',
  options: [
    {
      key: 'weeks',
      label: '显示周数',
      value: 26,
      choices: [13, 26, 52].map((weeks) => ({ value: weeks, label: `${weeks} 周` })),
    },
  ],
  sources: [voiceSources],
  definition: '每周收到的建议、信访和征求意见件数；预期为前 8 周均值，区间为均值上下两个标准差',
  load: ({ warehouse }) => warehouse.query(apiQueries.overview.voiceWeeks, {}),
  answer: (rows, { today, options }) => {
    const weeks = completeWeeks(rows, today)
    const headline = weeksHeadline(weeks)
    if (weeks.length === 0) return { headline, content: null }
    const shown = weeks.slice(-Number(options['weeks']))
    return {
      headline,
      status: aboveRun(weeks) > 0 ? 'warn' : null,
      content: {
        form: 'trend',
        unit: '件',
        periods: shown.map((week) => week.week_start),
        series: [{ id: 'voices', label: '来件', values: shown.map((week) => week.voices) }],
        band: {
          label: '预期区间',
          low: shown.map((week) => week.expected_low),
          high: shown.map((week) => week.expected_high),
        },
        marks: [],
      },
    }
  },
})

/** The running week is left out because it is not over. */
function completeWeeks(weeks: readonly Week[], today: string): Week[] {
  return weeks.filter((week) => addDays(week.week_start, 7) <= today)
}

function aboveRun(weeks: readonly Week[]): number {
  return runLength(weeks, (week) => week.expected_high !== null && week.voices > week.expected_high)
}

/** The last complete week against its band, and for how many weeks it has been outside. */
export function weeksHeadline(weeks: readonly Week[]): string {
  const last = weeks.at(-1)
  if (!last) return '尚无一整周的来件'
  const said = `上周 ${integer(last.voices)} 件`
  if (last.expected_low === null || last.expected_high === null) return `${said}，历史不足，不作判断`
  const above = aboveRun(weeks)
  if (above > 1) return `连续 ${above} 周高于预期，${said}`
  const low = Math.round(last.expected_low)
  const high = Math.round(last.expected_high)
  if (above === 1) return `${said}，高于预期 ${integer(low)}–${integer(high)}`
  if (last.voices < last.expected_low) return `${said}，低于预期 ${integer(low)}–${integer(high)}`
  return `${said}，在预期之内`
}
