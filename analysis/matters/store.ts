import type { MatterTier } from './relation.ts'

/** A voice as the store knows it now. */
export interface StoredVoice {
  readonly id: string
  /** See `positionOf`. */
  readonly position: string
  readonly digest: string
  readonly sketch: string
  readonly keys: readonly number[]
}

/** What differs between the sketches and the last grouping. */
export interface ChangedVoice {
  readonly id: string
  /** Null when the voice is gone. */
  readonly position: string | null
  readonly keys: readonly number[]
  /** Null when the voice is new. */
  readonly oldPosition: string | null
  readonly oldKeys: readonly number[]
}

export interface VoiceLink {
  readonly target: string
  readonly tier: MatterTier
}

/** The last grouping of one voice. */
export interface GroupedVoice {
  readonly id: string
  readonly links: readonly VoiceLink[]
  readonly firstVoice: string
  readonly firstCopy: string
}

export interface BucketMember {
  readonly key: number
  readonly id: string
  readonly position: string
}

/** What an update reads: a few thousand voices out of all, found by key or by id. */
export interface MatterStore {
  changed(): Promise<ChangedVoice[]>
  /** By position, the first `WINDOW` voices of each bucket that are among `moved`, and the first that are not. */
  windows(keys: readonly number[], moved: ReadonlySet<string>): Promise<BucketMember[]>
  members(keys: readonly number[]): Promise<BucketMember[]>
  voices(ids: readonly string[]): Promise<StoredVoice[]>
  grouped(ids: readonly string[]): Promise<GroupedVoice[]>
  /** Voices linked to one of these, or standing in a matter or text that one of these begins. */
  dependents(ids: readonly string[]): Promise<string[]>
}
