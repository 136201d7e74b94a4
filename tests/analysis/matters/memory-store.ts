import {
  comparePositions,
  createSketchReader,
  groupSketches,
  positionOf,
  sketchFromText,
  STRIDE,
  updateMatters,
  WINDOW,
  type BucketMember,
  type ChangedVoice,
  type GroupedVoice,
  type MatterStore,
  type StoredVoice,
} from '../../../analysis/matters/index.ts'

export interface Letter {
  readonly id: string
  readonly at: string | null
  readonly text: string
}

const read = createSketchReader({ stopWords: [] })

export function stored(letter: Letter): StoredVoice {
  const words = letter.text.split(' ')
  const [row] = read({ id: letter.id, kind: 'petitions', title: '', body: letter.text }, words)
  return { ...row, id: letter.id, position: positionOf(letter.id, letter.at) }
}

/** First voice of the matter, first of the text, relation to it, likeness to the matter's first. */
type Place = readonly [string, string, string | null, number]

/** Places by voice id, grouped anew. */
export function groupedAnew(letters: readonly Letter[]): Record<string, Place> {
  const voices = letters.map(stored).sort((a, b) => comparePositions(a.position, b.position))
  const table = new Uint32Array(voices.length * STRIDE)
  voices.forEach((voice, index) => {
    sketchFromText(voice.sketch, table, index * STRIDE)
  })
  const { standings } = groupSketches(table)
  const name = (index: number | undefined): string => voices[index ?? -1]?.id ?? ''
  return Object.fromEntries(
    voices.map((voice, index) => [
      voice.id,
      [
        name(standings.matter[index]),
        name(standings.copy[index]),
        [null, 'exact', 'near'][standings.copyTier[index] ?? 0] ?? null,
        round(standings.similarity[index] ?? 0),
      ],
    ]),
  )
}

const round = (value: number): number => Math.round(value * 10_000)

/** The store of an update in memory: what the warehouse does with tables, done with arrays. */
export class MemoryStore implements MatterStore {
  readonly #now = new Map<string, StoredVoice>()
  readonly #last = new Map<string, GroupedVoice & { voice: StoredVoice; place: Place }>()

  put(letters: readonly Letter[], gone: readonly string[]): void {
    for (const letter of letters) this.#now.set(letter.id, stored(letter))
    for (const id of gone) this.#now.delete(id)
  }

  async update(): Promise<void> {
    const { settled, gone } = await updateMatters(this)
    for (const id of gone) this.#last.delete(id)
    for (const { voice, links, standing } of settled)
      this.#last.set(voice.id, {
        id: voice.id,
        links,
        firstVoice: standing.matter,
        firstCopy: standing.copy,
        voice,
        place: [standing.matter, standing.copy, standing.copyTier, round(standing.similarity)],
      })
  }

  result(): Record<string, Place> {
    return Object.fromEntries([...this.#last.values()].map((voice) => [voice.id, voice.place]))
  }

  changed(): Promise<ChangedVoice[]> {
    const ids = [...new Set([...this.#now.keys(), ...this.#last.keys()])]
    const changed = ids.flatMap((id) => changeOf(id, this.#now.get(id), this.#last.get(id)?.voice))
    return Promise.resolve(changed)
  }

  members(keys: readonly number[]): Promise<BucketMember[]> {
    const all = [...this.#now.values()].sort((a, b) => comparePositions(a.position, b.position))
    return Promise.resolve(
      keys.flatMap((key) =>
        all.flatMap((voice) =>
          voice.keys.includes(key) ? { key, id: voice.id, position: voice.position } : [],
        ),
      ),
    )
  }

  async windows(keys: readonly number[], moved: ReadonlySet<string>): Promise<BucketMember[]> {
    const parts = await Promise.all(keys.map((key) => this.members([key])))
    return parts.flatMap((members) => {
      const first = [true, false].flatMap((isMoved) =>
        members.filter(({ id }) => moved.has(id) === isMoved).slice(0, WINDOW),
      )
      return members.filter((member) => first.includes(member))
    })
  }

  voices(ids: readonly string[]): Promise<StoredVoice[]> {
    return Promise.resolve(ids.flatMap((id) => this.#now.get(id) ?? []))
  }

  grouped(ids: readonly string[]): Promise<GroupedVoice[]> {
    return Promise.resolve(ids.flatMap((id) => this.#last.get(id) ?? []))
  }

  dependents(ids: readonly string[]): Promise<string[]> {
    const wanted = new Set(ids)
    const found = [...this.#last.values()].filter(
      (voice) =>
        voice.links.length > 0 &&
        [...voice.links.map((link) => link.target), voice.firstVoice, voice.firstCopy].some((id) =>
          wanted.has(id),
        ),
    )
    return Promise.resolve(found.map((voice) => voice.id))
  }
}

const nothing = { position: null, keys: [], digest: undefined }

function changeOf(id: string, now?: StoredVoice, old?: StoredVoice): ChangedVoice[] {
  const [after, before] = [now ?? nothing, old ?? nothing]
  if (after.digest === before.digest && after.position === before.position) return []
  return [
    {
      id,
      position: after.position,
      keys: after.keys,
      oldPosition: before.position,
      oldKeys: before.keys,
    },
  ]
}
