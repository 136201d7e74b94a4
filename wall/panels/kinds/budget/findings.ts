import type { PanelStatus } from '#contract'
import { apiQueries } from '#warehouse'
import { defineKind } from '../../define-kind.ts'
import { integer, sumOf } from '../../words.ts'
import { findingSources } from '../sources.ts'

interface Severity {
  readonly severity: string
  readonly findings: number
}

const levels: readonly { readonly severity: string; readonly status: PanelStatus }[] = [
  { severity: '红', status: 'bad' },
  { severity: '橙', status: 'warn' },
  { severity: '黄', status: null },
]

export const findingLevels = defineKind({
  id: 'findings.levels',
  name: '预算疑点',
  question: '有多少条疑点等着核实？',
  form: 'bars',
  sources: [findingSources],
  metric: 'findings_open',
  definition: '预算规则查出的疑点按等级计数；疑点只是打开案卷的理由，不是结论，未经认定不列单位',
  load: async ({ warehouse }): Promise<{ readonly hasRun: boolean; readonly levels: Severity[] }> => {
    const [rows, rules] = await Promise.all([
      warehouse.query(apiQueries.findings.severities, { rule: null, unit: null, year: null }),
      warehouse.query(apiQueries.findings.rules, {}),
    ])
    return {
      hasRun: rules.length > 0,
      levels: rows.map(({ severity, findings }) => ({ severity, findings })),
    }
  },
  answer: ({ hasRun, levels: rows }) => {
    if (!hasRun)
      return {
        headline: '还没有做过预算检查',
        content: null,
        missingReason: '还没有做过预算检查，请先运行分析',
      }
    const counts = new Map(rows.map(({ severity, findings }) => [severity, findings]))
    return {
      headline: findingsHeadline(rows),
      status: (counts.get('红') ?? 0) > 0 ? 'bad' : rows.length > 0 ? 'warn' : 'ok',
      content: {
        form: 'bars',
        unit: '条',
        items: levels.map(({ severity, status }) => ({
          id: severity,
          label: `${severity}色`,
          value: counts.get(severity) ?? 0,
          note: null,
          status: (counts.get(severity) ?? 0) > 0 ? status : null,
        })),
        reference: null,
      },
    }
  },
})

export function findingsHeadline(levels: readonly Severity[]): string {
  const sum = sumOf(levels, ({ findings }) => findings)
  const red = levels.find(({ severity }) => severity === '红')?.findings ?? 0
  if (sum === 0) return '没有待核实的疑点'
  if (red === 0) return `${integer(sum)} 条疑点待核实，没有红色`
  return `${integer(sum)} 条疑点待核实，红色 ${integer(red)} 条`
}
