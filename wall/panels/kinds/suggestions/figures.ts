import { figuresKind } from '../../figures-kind.ts'
import { integer, percent } from '../../words.ts'
import { suggestionSources } from '../sources.ts'

export const suggestionFigures = figuresKind({
  id: 'suggestions.figures',
  name: '建议办理数字',
  question: '代表建议办得怎样？',
  sources: [suggestionSources],
  figures: [
    { metric: 'suggestions_total' },
    { metric: 'suggestions_matters' },
    { metric: 'suggestions_reply_rate' },
    { metric: 'suggestions_on_time_rate' },
    { metric: 'suggestions_late_open', status: (value) => (value > 0 ? 'bad' : 'ok') },
  ],
  headline: (valueOf) =>
    suggestionsHeadline(valueOf('suggestions_late_open'), valueOf('suggestions_on_time_rate')),
})

export function suggestionsHeadline(late: number | null, onTime: number | null): string {
  const rate = onTime === null ? '' : `按期答复率 ${percent(onTime)}`
  if (late === null) return rate === '' ? '没有可用的建议数据' : rate
  const said = late === 0 ? '没有逾期未答复' : `${integer(late)} 件逾期未答复`
  return rate === '' ? said : `${said}，${rate}`
}
