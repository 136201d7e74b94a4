import { IngestError } from '../errors.ts'
import type { SourceRow } from '../formats/table.ts'
import { maskPersonalData } from '../privacy/mask.ts'
import { compileCheck, type Check, type RowTest } from '../sources/check.ts'
import type { PolicyMode } from '../sources/policy.ts'
import { referencesOf, unknownTo } from '../sources/references.ts'
import { Refusal, type RefusalCode } from '../values/refusal.ts'
import { narrow } from '../values/text.ts'
import type { ColumnPlan } from './column-plan.ts'
import type { SheetPlan } from './sheet-plan.ts'

export interface Failure {
  /** Canonical column, or null for the row as a whole. */
  readonly field: string | null
  readonly label: string
  readonly refusal: Refusal
}

export interface RowInProgress {
  readonly values: (string | null)[]
  /** Header → text as it came. */
  readonly extra: Record<string, string>
  readonly sealed: { column: string; text: string }[]
  readonly failures: Failure[]
}

interface ActiveCheck {
  readonly check: Pick<Check, 'field' | 'sentence'>
  readonly code: RefusalCode
  readonly test: RowTest
  readonly mode: PolicyMode
}

/** Applies a source's policy to the rows of one sheet: unreadable cells, unknown columns, contradictions. */
export class RowRules {
  /** What was let pass or left out, as a Chinese clause → rows. */
  readonly counts = new Map<string, number>()
  private readonly plan: SheetPlan
  private readonly columns: ReadonlyMap<string, ColumnPlan>
  private readonly checks: readonly ActiveCheck[]
  private readonly nameOf: (index: number) => string

  constructor(plan: SheetPlan, columns: readonly ColumnPlan[], nameOf: (index: number) => string) {
    this.plan = plan
    this.nameOf = nameOf
    this.columns = new Map(columns.map((column) => [column.field.name, column]))
    this.checks = [...activeChecks(plan, this.columns), ...activeReferences(plan, this.columns)]
  }

  /** True when unknown cells are to be kept with the row. */
  get keepsUnknown(): boolean {
    return this.plan.policy.columns !== 'discard_value'
  }

  /**
   * Decides what becomes of a data row's failures and runs the checks; failures that remain quarantine the row.
   * Throws IngestError `contract_frozen` where the policy refuses the whole file.
   */
  settle(row: SourceRow, progress: RowInProgress): void {
    if (progress.failures.length > 0) this.settleFailures(row, progress)
    if (progress.failures.length > 0) return
    for (const active of this.checks)
      if (active.test(progress.values)) this.settleCheck(active, row, progress)
  }

  /** A cell under a header that no field takes. */
  settleUnknown(index: number, progress: RowInProgress): void {
    const { columns } = this.plan.policy
    const name = this.nameOf(index)
    if (columns === 'discard_value') this.count(`“${name}”列的内容没有接收（来源约定不收不认识的列）`)
    if (columns !== 'discard_row') return
    const refusal = new Refusal('column_unknown', '约定里没有这一列，来源规定有这一列内容的行不接收')
    progress.failures.push({ field: null, label: `“${name}”`, refusal })
  }

  private settleFailures(row: SourceRow, progress: RowInProgress): void {
    const mode = this.plan.policy.values
    const [first] = progress.failures
    if (mode === 'discard_row' || !first) return
    if (mode === 'freeze') throw this.frozen(row, `${first.label}：${first.refusal.advice}`)
    const kept = progress.failures.filter((failure) => !this.passes(failure, mode, row, progress))
    progress.failures.splice(0, Infinity, ...kept)
  }

  /** True when the row may come without the cell; what a record cannot be without still refuses it. */
  private passes(failure: Failure, mode: PolicyMode, row: SourceRow, progress: RowInProgress): boolean {
    const column = failure.field === null ? undefined : this.columns.get(failure.field)
    if (!column || failure.refusal.code === 'required_missing') return false
    const text = row.cells[column.index] ?? column.constant
    if (mode === 'evolve' && failure.refusal.code === 'choice_unknown') {
      progress.values[column.position] = narrow(text)
      this.count(`${failure.label}不在允许的取值中，已照原样接收`)
      return true
    }
    if (column.required) return false
    this.keepText(column, text, progress)
    this.count(`${failure.label}没有取用（${failure.refusal.advice}），原文另存`)
    return true
  }

  private settleCheck({ check, code, mode }: ActiveCheck, row: SourceRow, progress: RowInProgress): void {
    const column = this.columns.get(check.field)
    if (mode === 'freeze') throw this.frozen(row, check.sentence)
    if (mode === 'evolve') this.count(check.sentence)
    else if (mode === 'discard_value' && column && !column.required) {
      this.keepText(column, row.cells[column.index] ?? '', progress)
      progress.values[column.position] = null
      this.count(`${check.sentence}，${column.field.label}没有取用，原文另存`)
    } else {
      const refusal = new Refusal(code, `${check.sentence}，请核对`)
      progress.failures.push({ field: check.field, label: column?.field.label ?? check.field, refusal })
    }
  }

  /** A text that stands where it should not may hold anything: it is masked like free text. */
  private keepText(column: ColumnPlan, text: string, progress: RowInProgress): void {
    if (column.index < 0 || text === '') return
    const masked = maskPersonalData(text)
    progress.extra[this.nameOf(column.index)] = masked.text
    if (masked.found.length > 0) progress.sealed.push({ column: column.field.name, text })
  }

  private count(clause: string): void {
    this.counts.set(clause, (this.counts.get(clause) ?? 0) + 1)
  }

  private frozen(row: SourceRow, what: string): IngestError {
    const sheet = this.plan.sheet.name === null ? '' : `工作表“${this.plan.sheet.name}”`
    return new IngestError(
      'contract_frozen',
      `${sheet}第 ${row.line} 行，${what}。这个来源规定有一行不合格就整份退回，请改好后再接入。`,
      `${sheet}:${row.line}`,
    )
  }
}

function activeChecks(plan: SheetPlan, columns: ReadonlyMap<string, ColumnPlan>): ActiveCheck[] {
  const typeOf = (name: string) => columns.get(name)?.field.type ?? 'text'
  return (plan.contract.checks ?? []).flatMap((check) => {
    const test = compileCheck(check, (name) => columns.get(name)?.position ?? -1, typeOf)
    const declared = check.otherwise === 'warn' ? 'evolve' : 'discard_row'
    return test ? [{ check, code: 'check_failed', test, mode: plan.policy.checks ?? declared }] : []
  })
}

function activeReferences(plan: SheetPlan, columns: ReadonlyMap<string, ColumnPlan>): ActiveCheck[] {
  return referencesOf(plan.contract.kind, plan.masters).flatMap((reference) => {
    const position = columns.get(reference.field)?.position
    if (position === undefined) return []
    const isUnknown = unknownTo(plan.masters, reference)
    const test: RowTest = (values) => {
      const text = values[position] ?? null
      return text !== null && isUnknown(text)
    }
    return [{ check: reference, code: 'reference_unknown', test, mode: plan.policy.references }]
  })
}
