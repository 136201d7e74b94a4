import { randomUUID } from 'node:crypto'
import { caseQueries, caseStatements, type Warehouse } from '#warehouse'
import type { Case } from '../core/case.ts'
import type { Actor, CaseEvent, NewEvent } from '../core/event.ts'
import { foldCase } from '../core/fold.ts'
import { CaseworkError } from '../errors.ts'
import { keysOf, toEvent } from './event-rows.ts'

export interface Appending {
  readonly caseId: string
  /** Version the person saw; the event gets the next one or none. */
  readonly expected: number
  readonly actor: Actor
  /** UTC instant. */
  readonly at: string
  /** The same request a second time adds nothing. */
  readonly requestId: string | null
  /** Asks for the next number of this year for the event's kind. */
  readonly numberYear?: number
}

/** All cases, folded from the stored events; the events only grow, so their count says whether a fold still holds. */
export class CaseBook {
  readonly #warehouse: Warehouse
  #folded: { revision: number; readonly cases: Map<string, Case> } = { revision: -1, cases: new Map() }

  #changes = 0

  constructor(warehouse: Warehouse) {
    this.#warehouse = warehouse
  }

  /** Grows with each event this process added. */
  get changes(): number {
    return this.#changes
  }

  async all(): Promise<readonly Case[]> {
    return [...(await this.#cases()).values()]
  }

  async find(caseId: string): Promise<Case | null> {
    return (await this.#cases()).get(caseId) ?? null
  }

  async events(caseId: string): Promise<CaseEvent[]> {
    const rows = await this.#warehouse.query(caseQueries.events, { case_id: caseId })
    return rows.map(toEvent)
  }

  /** The case a finding belongs to, as its first finding or as one that joined. */
  async ofFinding(findingId: string): Promise<Case | null> {
    const cases = await this.all()
    return (
      cases.find((one) => one.id === findingId) ??
      cases.find((one) => one.findings.some((finding) => finding.findingId === findingId)) ??
      null
    )
  }

  /**
   * Adds one event. The database itself refuses it when the version is taken; then the answer is CASE_MOVED, unless
   * this very request was carried out before. Gives the case after it.
   */
  async append(appending: Appending, event: NewEvent): Promise<Case> {
    const id = randomUUID()
    const { caseId, actor, requestId } = appending
    await this.#warehouse.execute(caseStatements.addEvent, {
      event_id: id,
      case_id: caseId,
      version: appending.expected + 1,
      kind: event.kind,
      actor: actor.name,
      actor_name: actor.displayName,
      role: actor.role,
      at: appending.at,
      note: event.note,
      data: JSON.stringify(event.data),
      request_id: requestId,
      ...keysOf(event),
      number_year: appending.numberYear ?? null,
    })
    const rows = await this.#warehouse.query(caseQueries.events, { case_id: caseId })
    const isAdded = rows.some((row) => row.event_id === id)
    const isRepeated = requestId !== null && rows.some((row) => row.request_id === requestId)
    const one = foldCase(rows.map(toEvent))
    if (one === null || !(isAdded || isRepeated)) throw new CaseworkError('CASE_MOVED')
    if (isAdded) {
      this.#changes += 1
      this.#keep(one)
    }
    return one
  }

  /** True when the request was carried out before. */
  async isDone(caseId: string, requestId: string): Promise<boolean> {
    const rows = await this.#warehouse.query(caseQueries.events, { case_id: caseId })
    return rows.some((row) => row.request_id === requestId)
  }

  /** One more event is one case folded anew; if others were added meanwhile, the count differs and all are. */
  #keep(one: Case): void {
    if (this.#folded.revision < 0) return
    this.#folded.cases.set(one.id, one)
    this.#folded.revision += 1
  }

  async #cases(): Promise<ReadonlyMap<string, Case>> {
    const [row] = await this.#warehouse.query(caseQueries.revision, {})
    const revision = row?.events ?? 0
    if (revision === this.#folded.revision) return this.#folded.cases
    const rows = await this.#warehouse.query(caseQueries.events, { case_id: null })
    const byCase = new Map<string, CaseEvent[]>()
    for (const event of rows.map(toEvent)) {
      const known = byCase.get(event.caseId)
      if (known === undefined) byCase.set(event.caseId, [event])
      else known.push(event)
    }
    const cases = new Map<string, Case>()
    for (const [id, events] of byCase) {
      const one = foldCase(events)
      if (one !== null) cases.set(id, one)
    }
    this.#folded = { revision, cases }
    return cases
  }
}
