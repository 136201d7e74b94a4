import { caseQueries, caseStatements, type Warehouse } from '#warehouse'
import type { Case } from '../core/case.ts'
import type { Actor, NewEvent } from '../core/event.ts'
import { reactTo, type Reaction, type Sighting } from '../core/sighting.ts'
import { CaseworkError } from '../errors.ts'
import type { CaseworkSettings } from '../settings.ts'
import type { CaseBook } from './case-book.ts'
import type { EvidenceStore } from './evidence-store.ts'

const system: Actor = { name: 'system', displayName: '系统', role: 'system' }

interface Parts {
  readonly warehouse: Warehouse
  readonly book: CaseBook
  readonly evidence: EvidenceStore
  readonly settings: () => Promise<CaseworkSettings>
  readonly at: () => string
}

/** Holds the results of the budget checks against the cases: after each run once, however often it is asked. */
export class RunObserver {
  readonly #parts: Parts
  #seen: string | null = null
  #running: Promise<void> = Promise.resolve()

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Resolves when the latest run has been taken into account. Runs one after another. */
  observe(): Promise<void> {
    const next = this.#running.then(() => this.#observe())
    this.#running = next.catch(() => undefined)
    return next
  }

  idle(): Promise<void> {
    return this.#running
  }

  async #observe(): Promise<void> {
    const { warehouse, book } = this.#parts
    const [run] = await warehouse.query(caseQueries.budgetRun, {})
    const runAt = run?.run_at ?? null
    if (runAt === null || runAt === this.#seen) return
    const cases = new Map((await book.all()).map((one) => [one.id, one]))
    if (cases.size > 0) {
      await warehouse.execute(caseStatements.observeRun, { run_at: runAt })
      for (const row of await warehouse.query(caseQueries.sightings, {})) {
        const one = cases.get(row.case_id)
        if (one !== undefined) await this.#react(one, toSighting(row))
      }
      await this.#recheck([...cases.values()])
    }
    this.#seen = runAt
  }

  async #react(one: Case, sighting: Sighting): Promise<void> {
    const finding = one.findings.find(({ findingId }) => findingId === sighting.findingId)
    if (finding === undefined) return
    const reaction = reactTo(one, finding, sighting, await this.#parts.settings())
    if (reaction !== null) await this.#append(one.id, await this.#eventOf(one, sighting, reaction))
  }

  async #eventOf(one: Case, sighting: Sighting, reaction: Reaction): Promise<NewEvent> {
    const { findingId } = sighting
    switch (reaction.kind) {
      case 'changed': {
        const data = await this.#parts.evidence.take(one.id, findingId, this.#parts.at())
        return { kind: 'finding-changed', note: '', data }
      }
      case 'gone':
        return { kind: 'finding-gone', note: '', data: { findingId } }
      case 'back':
        return { kind: 'finding-back', note: '', data: { findingId } }
      case 'reopening': {
        const data = { amount: sighting.amount, severity: sighting.severity ?? one.findings[0].severity }
        return { kind: 'reopening-proposed', note: reaction.reason, data }
      }
    }
  }

  /** A finding of the same rule and unit one year on is what the recheck of a closed case waits for. */
  async #recheck(cases: readonly Case[]): Promise<void> {
    const waiting = cases.filter(
      ({ recheck }) => recheck !== null && recheck.findingId === null && !recheck.isDone,
    )
    if (waiting.length === 0) return
    const keys = await this.#parts.warehouse.query(caseQueries.findingKeys, {})
    const byKey = new Map(
      keys.map((row) => [`${row.rule}/${row.agency_code}/${row.fiscal_year}`, row.finding_id]),
    )
    for (const one of waiting) {
      const [{ rule, agencyCode, fiscalYear }] = one.findings
      const findingId = byKey.get(`${rule}/${agencyCode ?? ''}/${(fiscalYear ?? 0) + 1}`)
      if (findingId === undefined) continue
      await this.#append(one.id, { kind: 'recheck-found', note: '', data: { findingId } })
    }
  }

  /** Somebody may work the case at this very moment: then the next run sees to it. */
  async #append(caseId: string, event: NewEvent): Promise<void> {
    const { book, at } = this.#parts
    const one = await book.find(caseId)
    if (one === null) return
    try {
      const head = { caseId, expected: one.version, actor: system, at: at(), requestId: null }
      await book.append(head, event)
    } catch (error) {
      if (!(error instanceof CaseworkError)) throw error
    }
  }
}

function toSighting(row: {
  finding_id: string
  is_present: boolean
  runs_without: number
  days_without: number
  amount: string | null
  severity: string | null
}): Sighting {
  return {
    findingId: row.finding_id,
    isPresent: row.is_present,
    runsWithout: row.runs_without,
    daysWithout: row.days_without,
    amount: row.amount,
    severity: row.severity,
  }
}
