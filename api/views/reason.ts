import type { Reason, ReasonOutcome } from '../contract/index.ts'

interface ReasonRow {
  readonly findings: number
  readonly kind: string | null
  readonly text: string | null
  readonly limit_text: string | null
  readonly short_text: string | null
  readonly nearness: number | null
  readonly matters: number | null
}

interface RuleRow {
  readonly status: string
  readonly why: string | null
  readonly scope: string | null
}

const kinds: Readonly<Record<string, ReasonOutcome>> = {
  quality: 'quality',
  whitelisted: 'whitelisted',
  excepted: 'excepted',
  below: 'below',
  precondition: 'precondition',
  year: 'year',
}

/** A finding comes first, then what the run wrote down, then missing data; what is left had nothing to look at. */
export function toReason(row: ReasonRow, rule: RuleRow): Reason {
  const { findings } = row
  if (findings > 0)
    return { ...plain, outcome: 'fired', text: `已报 ${String(findings)} 条疑点`, nearness: 1, findings }
  if (rule.status !== 'applied') return { ...plain, outcome: 'no_data', text: rule.why ?? '本次未启用' }
  const outcome = kinds[row.kind ?? '']
  if (outcome !== undefined)
    return {
      outcome,
      text: withCount(row.text ?? '', outcome, row.matters ?? 1),
      limit: row.limit_text === '' ? null : row.limit_text,
      short: row.short_text === '' ? null : row.short_text,
      nearness: outcome === 'below' ? row.nearness : null,
      findings,
    }
  return { ...plain, outcome: 'none', text: `没有本规则查看的${rule.scope ?? '数据'}` }
}

const plain = { limit: null, short: null, nearness: null, findings: 0 }

function withCount(text: string, outcome: ReasonOutcome, matters: number): string {
  return outcome === 'excepted' && matters > 1 ? `${text}（${String(matters)} 组）` : text
}
