import { figuresKind } from '../figures-kind.ts'
import { integer } from '../words.ts'
import { findingSources, voiceSources } from './sources.ts'

const anyIsBad = (value: number) => (value > 0 ? 'bad' : 'ok')

export const overviewFigures = figuresKind({
  id: 'overview.figures',
  name: '总体数字',
  question: '眼下最要紧的几个数字是多少？',
  sources: [voiceSources, findingSources],
  figures: [
    { metric: 'voices_this_month' },
    { metric: 'topics_hot' },
    { metric: 'suggestions_on_time_rate' },
    { metric: 'suggestions_late_open', status: anyIsBad },
    { metric: 'budget_execution_rate' },
    { metric: 'findings_red', status: anyIsBad },
  ],
  headline: (valueOf) =>
    overviewHeadline(valueOf('suggestions_late_open'), valueOf('findings_red'), valueOf('voices_this_month')),
})

/** What is wrong comes first; without anything wrong, how much came in. */
export function overviewHeadline(late: number | null, red: number | null, voices: number | null): string {
  const wrong = [
    late !== null && late > 0 ? `${integer(late)} 件建议逾期` : '',
    red !== null && red > 0 ? `${integer(red)} 条红色疑点待核` : '',
  ].filter((part) => part !== '')
  if (wrong.length > 0) return wrong.join('，')
  if (voices !== null) return `本月来件 ${integer(voices)} 件，无逾期无红色疑点`
  return '没有逾期建议和红色疑点'
}
