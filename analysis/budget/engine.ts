import { CandidateShelf, reversals } from './candidates.ts'
import { type CatalogueEntry, ruleCatalogue } from './catalogue.ts'
import { withoutCopies } from './copies.ts'
import { type BudgetDataset, type Payment, groupBy, unitYearKey } from './dataset.ts'
import { type Finding, joinSuspicions, rankFindings, toFinding } from './findings.ts'
import { type QualityReport, inspectQuality } from './quality-gate.ts'
import { qualityRule } from './quality-rule.ts'
import { missingData } from './requirements.ts'
import { type Barred, type Reason, reasonsOf } from './reasons.ts'
import { type Candidates } from './rows.ts'
import { type Rule, type Suppression } from './rule.ts'
import { budgetRules } from './rules/index.ts'
import { type CheckOptions } from './options.ts'
import { type PublishedFile } from './tenders.ts'
import { thresholdsFor } from './settings.ts'
import { reversedPayments, whitelistedBy } from './suppression.ts'

export interface RuleStatus {
  readonly rule: string
  readonly name: string
  readonly status: 'applied' | 'not_applicable'
  /** Why it cannot run, or which part of the data it could not judge; empty when it judged everything. */
  readonly why: string
  readonly findings: number
  readonly suppressed: number
  readonly version: string
  /** What the rule looks at; null for one without code. */
  readonly scope: string | null
}

export interface BudgetReport {
  /** Rule findings and data-quality findings (rule Q01…), most weighty first. */
  readonly findings: readonly Finding[]
  readonly notApplicable: readonly { readonly rule: string; readonly name: string; readonly why: string }[]
  readonly suppressed: readonly (Suppression & { readonly rule: string })[]
  readonly status: readonly RuleStatus[]
  /** Why rules did not speak about units they looked at. */
  readonly reasons: readonly Reason[]
  /** Published files as they were read, each with its contradictions. */
  readonly disclosures: readonly PublishedFile[]
  /** How many payments were looked at one by one. */
  readonly payments: number
}

/** Checks the budget against every rule: quality gate, rules, suppression, joining, ranking. Pure and order-free. */
export function checkBudget(
  whole: BudgetDataset,
  candidates: Candidates,
  options: CheckOptions,
): BudgetReport {
  const shelf = new CandidateShelf(candidates)
  const quality = inspectQuality(whole, (check) => shelf.of(check))
  const dataset = {
    ...withoutCopies(whole, quality.copies),
    reversed: reversedPayments(shelf.without(quality.copies).of(reversals), 60),
  }
  const rules = budgetRules.filter((rule) => options.only?.includes(rule.id) ?? true)
  const counted = shelf.without(quality.copies)
  const results = rules.map((rule) => runRule(rule, dataset, counted.of(rule.id), quality, options))
  const support = results
    .filter((result) => result.rule.role === 'support')
    .flatMap((result) => result.findings)
  const findings = [
    ...results.filter((result) => result.rule.role === 'finding').flatMap((result) => result.findings),
    ...quality.issues.map((issue) =>
      toFinding(qualityRule(issue.check), { ...issue, matter: issue.check.name, severity: '黄' }, [], whole),
    ),
  ]
  const status = [
    ...results.map(statusOf),
    ...catalogueStatus(new Set(rules.map((rule) => rule.id)), options),
  ]
  return {
    findings: rankFindings(withSupport(findings, support), options),
    notApplicable: status
      .filter((entry) => entry.status === 'not_applicable')
      .map(({ rule, name, why }) => ({ rule, name, why })),
    suppressed: results.flatMap((result) =>
      result.suppressed.map((entry) => ({ ...entry, rule: result.rule.id })),
    ),
    status: status.sort((a, b) => (a.rule < b.rule ? -1 : 1)),
    reasons: results.flatMap((result) => result.reasons),
    disclosures: whole.publishedFiles,
    payments: shelf.payments,
  }
}

interface RuleResult {
  readonly rule: Rule
  readonly why: string
  readonly isApplicable: boolean
  readonly findings: readonly Finding[]
  readonly suppressed: readonly Suppression[]
  readonly reasons: readonly Reason[]
}

function runRule(
  rule: Rule,
  dataset: BudgetDataset,
  payments: readonly Payment[],
  quality: QualityReport,
  options: CheckOptions,
): RuleResult {
  const missing = missingData(rule, dataset)
  if (missing !== null)
    return { rule, why: missing, isApplicable: false, findings: [], suppressed: [], reasons: [] }
  const { values, declared } = thresholdsFor(rule, options.thresholds)
  const outcome = rule.evaluate(dataset, values, payments)
  const suppressed = [...outcome.suppressed]
  const findings: Finding[] = []
  const barred: Barred[] = []
  for (const suspicion of joinSuspicions(outcome.suspicions)) {
    const { unit, year, matter } = suspicion
    const issue = quality.blockedBy(rule.id, unit, year, matter)
    const exception = whitelistedBy(options.whitelist ?? [], rule.id, suspicion, options.today)
    const reason = issue
      ? `数据质量存疑：${issue.text}`
      : exception && `白名单：${exception.reason}（至 ${exception.expires}）`
    if (reason === undefined) findings.push(toFinding(rule, suspicion, declared, dataset))
    else {
      suppressed.push({ unit, year, matter, reason, rows: suspicion.rows.length })
      barred.push({ unit, year, matter, kind: issue ? 'quality' : 'whitelisted', text: reason })
    }
  }
  const why =
    outcome.limits.slice(0, 5).join('；') +
    (outcome.limits.length > 5 ? `等 ${String(outcome.limits.length)} 项` : '')
  const reasons = reasonsOf(rule, outcome, barred)
  return { rule, why, isApplicable: outcome.isApplicable, findings, suppressed, reasons }
}

function statusOf(result: RuleResult): RuleStatus {
  const { rule } = result
  return {
    rule: rule.id,
    name: rule.name,
    status: result.isApplicable ? 'applied' : 'not_applicable',
    why: result.isApplicable || result.why.startsWith('数据不足') ? result.why : `数据不足：${result.why}`,
    findings: rule.role === 'finding' ? result.findings.length : 0,
    suppressed: result.suppressed.length,
    version: rule.version,
    scope: rule.scope,
  }
}

/** Rules of the catalogue that have no code yet: they say what they would need instead of staying silent. */
function catalogueStatus(run: ReadonlySet<string>, options: CheckOptions): RuleStatus[] {
  return ruleCatalogue
    .filter((entry) => !run.has(entry.id) && (options.only?.includes(entry.id) ?? true))
    .map((entry) => ({
      rule: entry.id,
      name: entry.name,
      status: 'not_applicable',
      why: whyNotRun(entry),
      findings: 0,
      suppressed: 0,
      version: '0',
      scope: null,
    }))
}

/** Missing data and a missing rule are different things, and the reader is told which. */
function whyNotRun(entry: CatalogueEntry): string {
  if (entry.pending !== undefined) return `尚未实现：${entry.pending}`
  return entry.missing === undefined ? '本次未启用' : `数据不足：${entry.missing}`
}

/** Adds what support rules saw in the same unit and year to the findings there. */
function withSupport(findings: readonly Finding[], support: readonly Finding[]): Finding[] {
  const ofUnitYear = groupBy(support, ({ unit, year }) => unitYearKey(unit, year))
  return findings.map((finding) => {
    const sentences = (ofUnitYear.get(unitYearKey(finding.unit, finding.year)) ?? []).map(
      (other) => `佐证（${other.ruleName}）：${other.text}`,
    )
    return sentences.length === 0 ? finding : { ...finding, evidence: [...finding.evidence, ...sentences] }
  })
}
