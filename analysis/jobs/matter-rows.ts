import { copyId, matterId } from '../matters/index.ts'

/** One voice's grouping, ready for both tables. */
export interface MatterEntry {
  readonly id: string
  readonly position: string
  readonly digest: string
  readonly keys: readonly number[]
  readonly targets: readonly string[]
  readonly tiers: readonly string[]
  readonly matter: string
  readonly copy: string
  readonly copyTier: string | null
  readonly similarity: number
}

type Column = (string | number | null | readonly unknown[])[]

/** Columns of analysis.voice_matters and analysis.matter_links. */
export class MatterColumns {
  readonly matters = {
    voice_id: [] as Column,
    matter_id: [] as Column,
    copy_id: [] as Column,
    copy_tier: [] as Column,
    similarity: [] as Column,
  }
  readonly links = {
    voice_id: [] as Column,
    position: [] as Column,
    digest: [] as Column,
    keys: [] as Column,
    targets: [] as Column,
    tiers: [] as Column,
    first_voice: [] as Column,
    first_copy: [] as Column,
  }

  get size(): number {
    return this.matters.voice_id.length
  }

  add(entry: MatterEntry): void {
    const { matters, links } = this
    matters.voice_id.push(entry.id)
    matters.matter_id.push(matterId(entry.matter))
    matters.copy_id.push(copyId(entry.copy))
    matters.copy_tier.push(entry.copyTier)
    matters.similarity.push(Math.round(entry.similarity * 10_000) / 10_000)
    links.voice_id.push(entry.id)
    links.position.push(entry.position)
    links.digest.push(entry.digest)
    links.keys.push(entry.keys)
    links.targets.push(entry.targets)
    links.tiers.push(entry.tiers)
    links.first_voice.push(entry.matter)
    links.first_copy.push(entry.copy)
  }
}
