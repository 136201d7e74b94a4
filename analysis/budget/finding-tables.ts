import { toInstant } from '#calendar'
import { issueMatter } from './disclosure/issue.ts'
import { type BudgetReport } from './engine.ts'
import { type Finding } from './findings.ts'
import { toDecimal } from './money.ts'
import { type PublishedFile } from './tenders.ts'

type Cell = string | number | null

interface Table {
  readonly table: string
  readonly rows: readonly Readonly<Record<string, Cell>>[]
}

/** The report as the rows of analysis.findings, analysis.finding_rows, analysis.rule_status, analysis.rule_reasons and of published files. */
export function findingTables(report: BudgetReport, computedAt: Date): Table[] {
  return [
    { table: 'analysis.findings', rows: report.findings.map((finding) => findingRow(finding, computedAt)) },
    { table: 'analysis.finding_rows', rows: report.findings.flatMap(sourceRows) },
    {
      table: 'analysis.rule_status',
      rows: report.status.map(({ rule, name, status, why, findings, suppressed, version, scope }) => ({
        rule,
        name,
        status,
        why,
        findings,
        suppressed,
        version,
        scope,
      })),
    },
    {
      table: 'analysis.rule_reasons',
      rows: report.reasons.map(({ unit, year, kind, text, limit, short, nearness, ...reason }) => ({
        rule: reason.rule,
        unit_key: unit,
        fiscal_year: year,
        kind,
        matter: reason.matter,
        text,
        limit_text: limit,
        short_text: short,
        nearness: Number(nearness.toFixed(4)),
        matters: reason.matters,
      })),
    },
    { table: 'analysis.disclosures', rows: report.disclosures.map(disclosureRow) },
    { table: 'analysis.disclosure_issues', rows: report.disclosures.flatMap(issueRows) },
  ]
}

function findingRow(finding: Finding, computedAt: Date): Record<string, Cell> {
  return {
    finding_id: finding.id,
    rule: finding.rule,
    rule_name: finding.ruleName,
    rule_version: finding.ruleVersion,
    severity: finding.severity,
    certainty: finding.certainty,
    agency_code: finding.unit,
    unit: finding.unitName,
    fiscal_year: finding.year,
    matter: finding.matter,
    amount: toDecimal(finding.cents),
    text: finding.text,
    formula: finding.formula,
    formula_filled: finding.formulaFilled,
    clause: finding.clause,
    clause_text: finding.clauseText,
    threshold: JSON.stringify(finding.thresholds),
    innocent_causes: JSON.stringify(finding.innocentCauses),
    evidence: JSON.stringify(finding.evidence),
    score: finding.score,
    data_date: finding.dataDate,
    computed_at: toInstant(computedAt),
  }
}

function disclosureRow(file: PublishedFile): Record<string, Cell> {
  return {
    document: file.document,
    unit_key: file.unit,
    unit: file.unitName,
    fiscal_year: file.year,
    tables: file.tables.length,
    issues: file.issues.length,
    superseded_by: file.supersededBy,
  }
}

function issueRows(file: PublishedFile): Record<string, Cell>[] {
  return file.issues.map(({ check, place, text }, index) => ({
    document: file.document,
    position: index + 1,
    check_name: check,
    matter: issueMatter({ check }),
    sheet: place.sheet,
    row_number: place.row,
    text,
  }))
}

function sourceRows(finding: Finding): Record<string, Cell>[] {
  return finding.rows.map(({ place, cents, note }, index) => ({
    finding_id: finding.id,
    position: index + 1,
    kind: place.kind,
    record_key: place.key,
    source_file: place.file,
    sheet: place.sheet,
    row_number: place.row,
    amount: toDecimal(cents),
    note,
  }))
}
