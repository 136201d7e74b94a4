import { robustZ } from '../stats/robust-scale.ts'
import type { TopicVoice } from './voice.ts'

/** A single voice with far more likes than others: shown beside the topics (单条高赞), it makes none by itself. */
export interface LikedVoice {
  voiceId: string
  likes: number
  /** Topic it belongs to, if any. */
  topicId: string | null
}

const MIN_LIKES = 20
/** Robust standard deviations above the median of the liked voices, on a logarithmic scale. */
const MIN_Z = 2.5

/** Voices whose likes stand out, most first. */
export function findHighlyLiked(
  voices: readonly TopicVoice[],
  topics: readonly { id: string; members: readonly { voiceId: string }[] }[],
  most = 20,
): LikedVoice[] {
  const liked = voices.filter((voice) => voice.likes > 0)
  const scale = liked.map((voice) => Math.log(voice.likes))
  const topicOf = new Map(
    topics.flatMap((topic) => topic.members.map((member) => [member.voiceId, topic.id])),
  )
  return liked
    .filter((voice) => voice.likes >= MIN_LIKES && robustZ(Math.log(voice.likes), scale) >= MIN_Z)
    .sort((a, b) => b.likes - a.likes || (a.id < b.id ? -1 : 1))
    .slice(0, most)
    .map((voice) => ({ voiceId: voice.id, likes: voice.likes, topicId: topicOf.get(voice.id) ?? null }))
}
