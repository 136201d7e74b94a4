import { WINDOW } from './bucket-windows.ts'
import { sketchFromText, STRIDE } from './layout.ts'
import { byMerit, MOST_LINKS, type Link } from './link-table.ts'
import { comparePositions } from './position.ts'
import { relate, type SketchPlace } from './relation.ts'
import { placeVoice, type Standing } from './standing.ts'
import type {
  BucketMember,
  ChangedVoice,
  GroupedVoice,
  MatterStore,
  StoredVoice,
  VoiceLink,
} from './store.ts'

/** A voice's place after an update. */
export interface SettledVoice {
  readonly voice: StoredVoice
  readonly links: readonly VoiceLink[]
  readonly standing: Standing<string>
}

/**
 * Regroups what changed voices touch, and nothing else. The result is that of grouping all voices anew: a voice's links
 * depend on the first voices of its buckets, its standing on the standings of earlier voices it links to; both are
 * followed until nothing moves.
 */
export async function updateMatters(
  store: MatterStore,
): Promise<{ settled: SettledVoice[]; gone: string[]; changed: number }> {
  const changed = await store.changed()
  const gone = changed.filter((voice) => voice.position === null).map((voice) => voice.id)
  if (changed.length === 0) return { settled: [], gone, changed: 0 }
  const moved = new Set(changed.map((voice) => voice.id))
  const update = new Update(store, moved)
  const touched = await findTouched(store, changed, moved)
  const relinked = await update.link(
    changed.flatMap((voice) => (voice.position === null ? [] : [voice.id])),
    touched,
  )
  await update.settle(relinked, moved)
  return { settled: update.settled(), gone, changed: changed.length }
}

/** What changed buckets mean for a later voice of them. */
interface Touch {
  /** First voices of those buckets that it may not have met yet. */
  readonly gained: Set<string>
  /** Voices it may have met that are no longer among the first, or are not what they were. */
  readonly lost: Set<string>
}

interface BucketChange {
  /** First position at which the bucket's window changed. */
  from: string
  readonly window: readonly BucketMember[]
  readonly displaced: readonly string[]
}

/** Voices after the first change of a bucket's window, that changed not themselves. */
async function findTouched(
  store: MatterStore,
  changed: readonly ChangedVoice[],
  moved: ReadonlySet<string>,
): Promise<Map<string, Touch>> {
  const changes = await findChanges(store, changed, moved)
  const touched = new Map<string, Touch>()
  for (const { key, id, position } of await store.members([...changes.keys()])) {
    const change = changes.get(key)
    if (!change || moved.has(id) || comparePositions(position, change.from) <= 0) continue
    const touch = touched.get(id) ?? { gained: new Set<string>(), lost: new Set<string>() }
    for (const member of change.window)
      if (comparePositions(member.position, position) < 0) touch.gained.add(member.id)
    for (const one of change.displaced) touch.lost.add(one)
    touched.set(id, touch)
  }
  return touched
}

/** Buckets whose window changed. */
async function findChanges(
  store: MatterStore,
  changed: readonly ChangedVoice[],
  moved: ReadonlySet<string>,
): Promise<Map<number, BucketChange>> {
  const entries = changed.flatMap((voice) => [
    ...voice.keys.map((key) => ({ key, position: voice.position, isOld: false })),
    ...voice.oldKeys.map((key) => ({ key, position: voice.oldPosition, isOld: true })),
  ])
  // So many that enough unmoved ones are among them.
  const count = WINDOW + Math.min(changed.length, 500)
  const members = groupByKey(await store.windows([...new Set(entries.map(({ key }) => key))], count))
  const changes = new Map<number, BucketChange>()
  const shifted = new Set<number>()
  for (const { key, position, isOld } of entries) {
    const stayed = (members.get(key) ?? []).filter((member) => !moved.has(member.id))
    if (position === null || isBeyond(stayed, position)) continue
    if (isOld) shifted.add(key)
    const from = changes.get(key)?.from
    if (from !== undefined && comparePositions(from, position) <= 0) continue
    changes.set(key, { from: position, window: [], displaced: [] })
  }
  for (const [key, { from }] of changes)
    changes.set(key, describe(from, members.get(key) ?? [], moved, shifted.has(key)))
  return changes
}

/** Whether enough unmoved voices come before, so that the window never held this position. */
function isBeyond(stayed: readonly BucketMember[], position: string): boolean {
  const last = stayed[WINDOW - 1]
  return last !== undefined && comparePositions(last.position, position) < 0
}

/** @param shifted a voice left the bucket, so that others may have come into its window */
function describe(
  from: string,
  members: readonly BucketMember[],
  moved: ReadonlySet<string>,
  shifted: boolean,
): BucketChange {
  const window = members.slice(0, WINDOW)
  const stayed = members.filter((member) => !moved.has(member.id)).slice(0, WINDOW)
  const inside = new Set(window.map((member) => member.id))
  return {
    from,
    window: shifted ? window : window.filter((member) => moved.has(member.id)),
    displaced: stayed.filter((member) => !inside.has(member.id)).map((member) => member.id),
  }
}

function groupByKey(members: readonly BucketMember[]): Map<number, BucketMember[]> {
  const groups = new Map<number, BucketMember[]>()
  for (const member of members) {
    const group = groups.get(member.key)
    if (group) group.push(member)
    else groups.set(member.key, [member])
  }
  return groups
}

const byPosition = (a: { position: string }, b: { position: string }): number =>
  comparePositions(a.position, b.position)

/** Voices of one update and what is known of them. */
class Update {
  readonly #store: MatterStore
  readonly #voices = new Map<string, StoredVoice>()
  readonly #places = new Map<string, SketchPlace>()
  readonly #links = new Map<string, readonly VoiceLink[]>()
  readonly #standings = new Map<string, Standing<string>>()
  readonly #old = new Map<string, GroupedVoice>()
  readonly #settled = new Set<string>()

  readonly #moved: ReadonlySet<string>

  /** @param moved voices that changed or are gone */
  constructor(store: MatterStore, moved: ReadonlySet<string>) {
    this.#store = store
    this.#moved = moved
  }

  settled(): SettledVoice[] {
    return [...this.#settled].flatMap((id) => {
      const voice = this.#voices.get(id)
      const standing = this.#standings.get(id)
      return voice && standing ? [{ voice, links: this.#links.get(id) ?? [], standing }] : []
    })
  }

  /**
   * Brings the links up to date: of changed voices anew, of touched ones by comparing with what they may have gained;
   * anew too where a link may be lost. Returns the voices whose links are not what they were.
   */
  async link(changed: readonly string[], touched: ReadonlyMap<string, Touch>): Promise<Set<string>> {
    await this.#loadGrouped(touched.keys())
    const anew = new Set(changed)
    const gaining: [string, Touch][] = []
    for (const [id, touch] of touched) {
      const links = this.#old.get(id)?.links ?? []
      const isLost = links.some(({ target }) => touch.lost.has(target) || this.#moved.has(target))
      if (isLost) anew.add(id)
      else gaining.push([id, touch])
    }
    const relinked = new Set(anew)
    await this.#linkAnew(anew)
    await this.#load(gaining.flatMap(([id, touch]) => [id, ...touch.gained]))
    const met = gaining.filter(([id, touch]) => this.#meetsAny(id, touch.gained))
    await this.#load(met.flatMap(([id]) => (this.#old.get(id)?.links ?? []).map((link) => link.target)))
    for (const [id, touch] of met) {
      const links = this.#old.get(id)?.links ?? []
      const candidates = new Set([...links.map((link) => link.target), ...touch.gained])
      if (this.#takeLinks(id, [...candidates], links)) relinked.add(id)
    }
    return relinked
  }

  #meetsAny(id: string, others: ReadonlySet<string>): boolean {
    for (const other of others) if (relate(this.#place(id), this.#place(other))) return true
    return false
  }

  /** True when the links differ from before. */
  #takeLinks(id: string, candidates: readonly string[], before: readonly VoiceLink[]): boolean {
    const voice = this.#voices.get(id)
    if (!voice) return false
    const found = candidates.flatMap((one) => this.#voices.get(one) ?? [])
    const links = this.#bestOf(voice, found)
    if (links.map((link) => link.target).join(' ') === before.map((link) => link.target).join(' '))
      return false
    this.#links.set(id, links)
    return true
  }

  async #linkAnew(ids: ReadonlySet<string>): Promise<void> {
    await this.#load(ids)
    const keys = new Set([...ids].flatMap((id) => this.#voices.get(id)?.keys ?? []))
    const windows = groupByKey(await this.#store.windows([...keys], WINDOW))
    await this.#load([...windows.values()].flat().map((member) => member.id))
    for (const id of ids) {
      const voice = this.#voices.get(id)
      if (!voice) continue
      const met = new Set(voice.keys.flatMap((key) => (windows.get(key) ?? []).map((member) => member.id)))
      const found = [...met].flatMap((one) => this.#voices.get(one) ?? [])
      this.#links.set(id, this.#bestOf(voice, found))
    }
  }

  #bestOf(voice: StoredVoice, others: readonly StoredVoice[]): VoiceLink[] {
    const candidates = others
      .filter((other) => comparePositions(other.position, voice.position) < 0)
      .sort(byPosition)
    const links: Link[] = []
    candidates.forEach(({ id }, target) => {
      const relation = relate(this.#place(voice.id), this.#place(id))
      if (relation)
        links.push({ target, tier: relation.tier, similarity: Math.round(relation.similarity * 10_000) })
    })
    return links
      .sort(byMerit)
      .slice(0, MOST_LINKS)
      .map(({ target, tier }) => ({ target: candidates[target]?.id ?? '', tier }))
  }

  /**
   * Places the voices, then whatever depends on those that moved, until nothing does.
   * @param changed voices whose sketch or position changed: all that looks at them is placed again
   */
  async settle(affected: ReadonlySet<string>, changed: ReadonlySet<string>): Promise<void> {
    let pending = new Set([...affected, ...(await this.#store.dependents([...changed]))])
    while (pending.size > 0) {
      const moved = await this.#placeAll(pending)
      pending = moved.length > 0 ? new Set(await this.#dependentsOf(moved)) : new Set()
    }
  }

  /** Stored dependents, and those whose links are new in this update. */
  async #dependentsOf(moved: readonly string[]): Promise<string[]> {
    const targets = new Set(moved)
    const fresh = [...this.#links].filter(([, links]) => links.some((link) => targets.has(link.target)))
    return [...(await this.#store.dependents(moved)), ...fresh.map(([id]) => id)]
  }

  async #placeAll(ids: ReadonlySet<string>): Promise<string[]> {
    await this.#load(ids)
    await this.#loadGrouped(ids)
    const present = [...ids].flatMap((id) => this.#voices.get(id) ?? []).sort(byPosition)
    const targets = new Set(present.flatMap(({ id }) => this.#linksOf(id).map((link) => link.target)))
    await this.#loadGrouped(targets)
    await this.#load([...targets].flatMap((id) => this.#firstsOf(id)))
    return present.filter((voice) => this.#placeOne(voice.id)).map((voice) => voice.id)
  }

  /** True when the voice stands elsewhere than before. */
  #placeOne(id: string): boolean {
    const before = this.#standings.get(id) ?? this.#oldStanding(id)
    const standing = placeVoice(
      id,
      this.#linksOf(id),
      (target) => this.#standingOf(target),
      (one) => this.#place(one),
    )
    this.#standings.set(id, standing)
    this.#settled.add(id)
    return before?.matter !== standing.matter || before.copy !== standing.copy
  }

  #linksOf(id: string): readonly VoiceLink[] {
    const links = this.#links.get(id) ?? this.#old.get(id)?.links ?? []
    this.#links.set(id, links)
    return links
  }

  #firstsOf(id: string): string[] {
    const standing = this.#standings.get(id) ?? this.#oldStanding(id)
    return standing ? [id, standing.matter, standing.copy] : [id]
  }

  #standingOf(id: string): Standing<string> {
    return (
      this.#standings.get(id) ??
      this.#oldStanding(id) ?? { matter: id, copy: id, copyTier: null, similarity: 1 }
    )
  }

  #oldStanding(id: string): Standing<string> | undefined {
    const old = this.#old.get(id)
    return old && { matter: old.firstVoice, copy: old.firstCopy, copyTier: null, similarity: 1 }
  }

  #place(id: string): SketchPlace {
    return this.#places.get(id) ?? { table: new Uint32Array(STRIDE), at: 0 }
  }

  async #load(ids: Iterable<string>): Promise<void> {
    const missing = [...new Set(ids)].filter((id) => !this.#voices.has(id))
    if (missing.length === 0) return
    for (const voice of await this.#store.voices(missing)) {
      const table = new Uint32Array(STRIDE)
      sketchFromText(voice.sketch, table, 0)
      this.#voices.set(voice.id, voice)
      this.#places.set(voice.id, { table, at: 0 })
    }
  }

  async #loadGrouped(ids: Iterable<string>): Promise<void> {
    const missing = [...new Set(ids)].filter((id) => !this.#old.has(id))
    if (missing.length === 0) return
    for (const voice of await this.#store.grouped(missing)) this.#old.set(voice.id, voice)
  }
}
