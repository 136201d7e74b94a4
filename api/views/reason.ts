import { Value } from 'typebox/value'
import { type Reason, ReasonOutcome } from '../contract/index.ts'

interface ReasonRow {
  readonly findings: number
  /** What the run wrote down where no finding came of it. */
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

/** A finding comes first, then what the run wrote down, then missing data; what is left had nothing to look at. */
export function toReason(row: ReasonRow, rule: RuleRow): Reason {
  const { findings } = row
  if (findings > 0)
    return { ...plain, outcome: 'fired', text: `已报 ${String(findings)} 条疑点`, nearness: 1, findings }
  if (rule.status !== 'applied') return { ...plain, outcome: 'no_data', text: rule.why ?? '本次未启用' }
  const outcome = row.kind
  if (Value.Check(ReasonOutcome, outcome))
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
