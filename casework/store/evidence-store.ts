import { randomUUID } from 'node:crypto'
import { apiQueries, caseQueries, caseStatements, type Warehouse } from '#warehouse'
import type { LetterSections } from '../core/command.ts'
import type { FindingFacts } from '../core/event.ts'
import { CaseworkError } from '../errors.ts'
import type { Evidence, EvidenceRow, FindingRecord } from '../letters/evidence.ts'
import type { Office } from '../settings.ts'

/** One stored text of a letter; never changed, a new text is a new line. */
export interface LetterText {
  readonly id: string
  readonly letterId: string
  /** Evidence the text was drafted from, oldest first. */
  readonly evidenceIds: readonly string[]
  readonly writtenAt: string
  readonly author: string
  readonly sections: LetterSections
  readonly office: Office
}

/** What a case keeps beside its events: findings as they were, and the texts of its letters. */
export class EvidenceStore {
  readonly #warehouse: Warehouse

  constructor(warehouse: Warehouse) {
    this.#warehouse = warehouse
  }

  /** Takes a finding of the present results into a case, whole. CASE_FINDING_GONE when it is not there. */
  async take(caseId: string, findingId: string, at: string): Promise<FindingFacts> {
    const params = { finding_id: findingId }
    const [[finding], rows] = await Promise.all([
      this.#warehouse.query(apiQueries.findings.detail, params),
      this.#warehouse.query(apiQueries.findings.rows, params),
    ])
    if (finding === undefined) throw new CaseworkError('CASE_FINDING_GONE')
    const evidenceId = randomUUID()
    await this.#warehouse.execute(caseStatements.addEvidence, {
      evidence_id: evidenceId,
      case_id: caseId,
      finding_id: findingId,
      at,
      finding: JSON.stringify(finding),
      source_rows: JSON.stringify(rows),
    })
    return {
      findingId,
      evidenceId,
      rule: finding.rule,
      ruleName: finding.rule_name,
      agencyCode: finding.agency_code,
      unit: finding.unit ?? finding.agency_code ?? '（未填单位）',
      fiscalYear: finding.fiscal_year,
      matter: finding.matter ?? finding.rule_name,
      amount: finding.amount,
      severity: finding.severity,
    }
  }

  /** Everything taken for the case, oldest first. */
  async evidence(caseId: string): Promise<Evidence[]> {
    const rows = await this.#warehouse.query(caseQueries.evidence, { case_id: caseId })
    return rows.map((row) => ({
      id: row.evidence_id,
      findingId: row.finding_id,
      takenAt: row.taken_at,
      finding: JSON.parse(row.finding) as FindingRecord,
      rows: JSON.parse(row.source_rows) as EvidenceRow[],
    }))
  }

  async addText(caseId: string, text: Omit<LetterText, 'id'>): Promise<string> {
    const id = randomUUID()
    await this.#warehouse.execute(caseStatements.addLetterText, {
      text_id: id,
      letter_id: text.letterId,
      case_id: caseId,
      evidence_id: text.evidenceIds.join(','),
      at: text.writtenAt,
      author: text.author,
      sections: JSON.stringify(text.sections),
      office: JSON.stringify(text.office),
    })
    return id
  }

  async texts(caseId: string): Promise<LetterText[]> {
    const rows = await this.#warehouse.query(caseQueries.letterTexts, { case_id: caseId })
    return rows.map((row) => ({
      id: row.text_id,
      letterId: row.letter_id,
      evidenceIds: row.evidence_id.split(','),
      writtenAt: row.written_at,
      author: row.author,
      sections: JSON.parse(row.sections) as LetterSections,
      office: JSON.parse(row.office) as Office,
    }))
  }
}
