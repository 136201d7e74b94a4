import { sketchFromText, STRIDE } from './layout.ts'
import { byMerit, MOST_LINKS, type Link } from './link-table.ts'
import { comparePositions } from './position.ts'
import { relate, type SketchPlace } from './relation.ts'
import { placeVoice, type Standing } from './standing.ts'
import type { GroupedVoice, MatterStore, StoredVoice, VoiceLink } from './store.ts'
import { findTouched, groupByKey, type Touch } from './touched.ts'

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
    const windows = groupByKey(await this.#store.windows([...keys], new Set()))
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
