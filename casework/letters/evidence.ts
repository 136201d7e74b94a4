/** A finding as it was when it entered the case: the columns of the results, decimals and days as text. */
export interface FindingRecord {
  readonly finding_id: string
  readonly rule: string
  readonly rule_name: string
  readonly rule_version: string | null
  readonly severity: string
  readonly certainty: string | null
  readonly agency_code: string | null
  readonly unit: string | null
  readonly fiscal_year: number | null
  readonly matter: string | null
  readonly amount: string | null
  readonly text: string
  readonly formula: string | null
  readonly formula_filled: string | null
  readonly clause: string | null
  readonly clause_text: string | null
  readonly threshold: string | null
  readonly innocent_causes: string | null
  readonly evidence: string | null
  readonly data_date: string | null
  readonly computed_at: string
}

export interface EvidenceRow {
  readonly position: number
  readonly kind: string
  readonly record_key: string
  readonly source_file: string | null
  readonly sheet: string | null
  readonly row_number: number | null
  readonly amount: string | null
  readonly note: string | null
}

export interface Evidence {
  readonly id: string
  readonly findingId: string
  readonly takenAt: string
  readonly finding: FindingRecord
  readonly rows: readonly EvidenceRow[]
}
