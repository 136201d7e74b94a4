import { apiQueries } from '#warehouse'
import { defineKind } from '../../define-kind.ts'
import { integer, named, sumOf } from '../../words.ts'
import { findingSources } from '../sources.ts'
import { topicLimit } from '../voices/topics.ts'

interface Rule {
  readonly rule: string
  readonly name: string
  readonly findings: number
}

export const findingRules = defineKind({
  id: 'findings.rules',
  name: '疑点类型',
  question: '疑点集中在哪一类问题上？',
  form: 'bars',
  options: [topicLimit],
  sources: [findingSources],
  metric: 'findings_open',
  definition: '预算规则查出的疑点按规则计数；疑点只是打开案卷的理由，不是结论，未经认定不列单位',
  load: ({ warehouse }) => warehouse.query(apiQueries.findings.byRule, {}),
  answer: (rows, { options }) => {
    const headline = rulesHeadline(rows)
    if (rows.length === 0) return { headline, content: null, missingReason: '没有疑点，或还没有做过预算检查' }
    return {
      headline,
      content: {
        form: 'bars',
        unit: '条',
        items: rows.slice(0, Number(options['limit'])).map(({ rule, name, findings }) => ({
          id: rule,
          label: name,
          value: findings,
          note: null,
          status: null,
        })),
        reference: null,
      },
    }
  },
})

export function rulesHeadline(rules: readonly Rule[]): string {
  const [first, second] = rules
  if (!first) return '没有疑点'
  const total = sumOf(rules, ({ findings }) => findings)
  if (second?.findings === first.findings) return `${integer(total)} 条疑点，分在 ${rules.length} 类问题`
  return named(first.name, `最多，${integer(first.findings)} 条`)
}
