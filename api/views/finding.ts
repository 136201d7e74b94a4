import type { FindingDetail, FindingRow, FindingSummary, RuleStatus, Severity } from '../contract/index.ts'
import { isRecord, parseJson, toLabelled, toTexts } from '../json-text.ts'

interface SummaryRow {
  finding_id: string
  rule: string
  rule_name: string
  severity: string
  certainty: string | null
  agency_code: string | null
  unit: string | null
  fiscal_year: number | null
  matter: string | null
  amount: string | null
  text: string
  score: number | null
  data_date: string | null
}

/** A severity no rule may invent: what is not red or orange is yellow. */
export function toSeverity(text: string): Severity {
  return text === '红' || text === '橙' ? text : '黄'
}

export function toFindingSummary(row: SummaryRow): FindingSummary {
  return {
    id: row.finding_id,
    rule: row.rule,
    ruleName: row.rule_name,
    severity: toSeverity(row.severity),
    certainty: row.certainty,
    agencyCode: row.agency_code,
    unit: row.unit,
    fiscalYear: row.fiscal_year,
    matter: row.matter,
    amount: row.amount,
    text: row.text,
    score: row.score,
    dataDate: row.data_date,
  }
}

interface DetailRow extends SummaryRow {
  rule_version: string | null
  formula: string | null
  formula_filled: string | null
  clause: string | null
  clause_text: string | null
  threshold: string | null
  innocent_causes: string | null
  evidence: string | null
  computed_at: string
}

export function toFindingDetail(
  row: DetailRow,
  rows: readonly FindingRow[],
  quarantined: number,
): FindingDetail {
  return {
    ...toFindingSummary(row),
    ruleVersion: row.rule_version,
    formula: row.formula ?? '',
    formulaFilled: row.formula_filled ?? '',
    clause: row.clause,
    clauseText: row.clause_text,
    threshold: toThresholds(row.threshold),
    innocentCauses: toTexts(row.innocent_causes),
    evidence: toLabelled(row.evidence),
    rows: [...rows],
    computedAt: row.computed_at,
    dataTime: row.data_date,
    quarantined,
  }
}

/** '5 %（内部默认：…）': the value with its unit and where it comes from. */
function toThresholds(text: string | null): { label: string; value: string }[] {
  const given = parseJson(text)
  if (!Array.isArray(given)) return toLabelled(text)
  return given.filter(isRecord).map(({ label, value, unit, origin, basis }) => {
    const [figure, of, from, why] = [value, unit, origin, basis].map((part) =>
      typeof part === 'string' || typeof part === 'number' ? String(part) : '',
    )
    const source = why === '' || why === from ? from : `${from ?? ''}：${why ?? ''}`
    return {
      label: typeof label === 'string' ? label : '',
      value: `${figure ?? ''} ${of ?? ''}`.trim() + (source === '' ? '' : `（${source ?? ''}）`),
    }
  })
}

export function toFindingRow(row: {
  position: number
  kind: string
  record_key: string
  source_file: string | null
  sheet: string | null
  row_number: number | null
  amount: string | null
  note: string | null
}): FindingRow {
  return {
    position: row.position,
    kind: row.kind,
    recordKey: row.record_key,
    file: row.source_file,
    sheet: row.sheet,
    row: row.row_number,
    amount: row.amount,
    note: row.note,
  }
}

export function toRuleStatus(row: {
  rule: string
  name: string
  status: string
  why: string | null
  findings: number
  suppressed: number
  version: string | null
}): Omit<RuleStatus, 'rate'> {
  return { ...row, status: row.status === 'applied' ? 'applied' : 'not_applicable' }
}
