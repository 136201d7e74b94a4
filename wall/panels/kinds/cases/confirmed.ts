import { defineKind } from '../../define-kind.ts'
import { integer, money, named, withoutSharedPlace } from '../../words.ts'
import { findingSources } from '../sources.ts'
import { topicLimit } from '../voices/topics.ts'

export const casesConfirmed = defineKind({
  id: 'cases.confirmed',
  name: '认定属实的案件',
  question: '哪些问题已经认定属实？',
  form: 'list',
  options: [topicLimit],
  sources: [findingSources],
  definition: '只列认定为属实的案件；没有认定的疑点和案件一律不列单位',
  load: async ({ outside }) =>
    (await outside.cases()).flatMap(({ confirmed, stage }) => (confirmed ? [{ ...confirmed, stage }] : [])),
  answer: (rows, { options }) => {
    const headline = confirmedHeadline(rows)
    if (rows.length === 0) return { headline, content: null, missingReason: '还没有认定属实的案件' }
    const nameOf = withoutSharedPlace(rows.map(({ unit }) => unit))
    return {
      headline,
      content: {
        form: 'list',
        columns: [
          { label: '单位', align: 'start' },
          { label: '问题', align: 'start' },
          { label: '金额', align: 'end' },
          { label: '进展', align: 'start' },
        ],
        rows: rows.slice(0, Number(options['limit'])).map(({ number, unit, ruleName, amount, stage }) => ({
          id: number,
          cells: [nameOf(unit), ruleName, amount === null ? '未标明' : money(amount), stage],
          status: null,
        })),
      },
    }
  },
})

export function confirmedHeadline(
  cases: readonly { readonly stage: string; readonly unit: string }[],
): string {
  const [first] = cases
  if (!first) return '还没有认定属实的案件'
  const settled = cases.filter(({ stage }) => stage === '销号').length
  if (cases.length === 1) return named(first.unit, settled === 1 ? ' 1 件属实，已销号' : ' 1 件属实，整改中')
  return settled === cases.length
    ? `${integer(cases.length)} 件属实，都已销号`
    : `${integer(cases.length)} 件属实，${integer(cases.length - settled)} 件还在整改`
}
