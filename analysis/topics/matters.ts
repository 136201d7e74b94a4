import { groupVoices, type GroupedVoices } from './group-voices.ts'
import { hashText } from './identity.ts'
import { cosine } from './vectors.ts'
import { inOrder, type Segment, type TopicVoice } from './voice.ts'

/** How a voice belongs to its matter: the same text, nearly the same, or the same matter in other words. */
export type MatterTier = 'exact' | 'near' | 'same'

export interface MatterMember {
  voiceId: string
  tier: MatterTier
  /** Likeness of its words to the matter's first voice, 0 to 1. */
  similarity: number
}

/** 事项: one or more voices about one thing. Nothing is removed; 件数 is `members.length`. */
export interface Matter {
  /** From the smallest voice id of the matter. */
  id: string
  members: MatterMember[]
}

/** Sorts voices into matters in three tiers. Pure; the order of `voices` does not matter. */
export function groupMatters(
  voices: readonly TopicVoice[],
  options: { segment: Segment; knownNames?: Iterable<string> },
): Matter[] {
  const grouped = groupVoices(inOrder(voices), options)
  return grouped.matters.map((items) => {
    const members = items.flatMap((item) => membersOf(grouped, items[0] ?? item, item))
    return { id: matterId(members[0]?.voiceId ?? ''), members }
  })
}

export function matterId(firstVoiceId: string): string {
  return `M${hashText(firstVoiceId)}`
}

function membersOf(grouped: GroupedVoices, first: number, item: number): MatterMember[] {
  const copies = grouped.items[item]
  const a = grouped.space.vectors[first]
  const b = grouped.space.vectors[item]
  const similarity = item === first || !a || !b ? 1 : Math.round(cosine(a, b) * 10_000) / 10_000
  return (copies?.members ?? []).flatMap((index, position): MatterMember[] => {
    const voice = grouped.voices[index]
    if (!voice) return []
    return [
      { voiceId: voice.id, tier: item === first ? (copies?.tiers[position] ?? 'exact') : 'same', similarity },
    ]
  })
}
