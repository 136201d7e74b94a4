import { randomUUID } from 'node:crypto'
import { wallStateQueries, wallStatements, type Warehouse } from '#warehouse'
import type { EmbargoEntry, EmbargoScope } from '../clearance/index.ts'
import { toInstant } from '#calendar'

/** An entry with who made it when. */
export interface EnteredEmbargo extends EmbargoEntry {
  readonly enteredAt: string
  readonly enteredBy: string
}

const scopes: readonly EmbargoScope[] = ['topic', 'unit', 'draft', 'project', 'district', 'word']

/** What may not be shown on any wall: entered and lifted by people, never changed. */
export class EmbargoList {
  readonly #warehouse: Warehouse
  readonly #now: () => Date
  #revision = 0

  constructor(warehouse: Warehouse, now: () => Date) {
    this.#warehouse = warehouse
    this.#now = now
  }

  /** Grows with every change, so that what was read under an older list is read again. */
  get revision(): number {
    return this.#revision
  }

  /** Entries that nobody has lifted, the newest first; those past their last day are in it and bar nothing. */
  async entries(): Promise<EnteredEmbargo[]> {
    const rows = await this.#warehouse.query(wallStateQueries.embargo, {})
    return rows.map((row) => ({
      id: row.entry_id,
      scope: scopes.find((known) => known === row.scope) ?? 'word',
      value: row.value,
      reason: row.reason,
      until: row.until_day,
      enteredAt: row.happened_at,
      enteredBy: row.actor,
    }))
  }

  async add(entry: Omit<EmbargoEntry, 'id'>, actor: string): Promise<string> {
    const id = randomUUID()
    const { scope, value, reason, until } = entry
    await this.#write({ entry_id: id, type: 'added', scope, value, reason, until_day: until }, actor)
    return id
  }

  /** Lifts an entry; false when there is none to lift. */
  async lift(id: string, actor: string): Promise<boolean> {
    if (!(await this.entries()).some((entry) => entry.id === id)) return false
    const nothing = { scope: null, value: null, reason: null, until_day: null }
    await this.#write({ entry_id: id, type: 'lifted', ...nothing }, actor)
    return true
  }

  async #write(
    fact: {
      entry_id: string
      type: string
      scope: string | null
      value: string | null
      reason: string | null
      until_day: string | null
    },
    actor: string,
  ): Promise<void> {
    await this.#warehouse.execute(wallStatements.addEmbargo, {
      ...fact,
      happened_at: toInstant(this.#now()),
      actor,
    })
    this.#revision += 1
  }
}
