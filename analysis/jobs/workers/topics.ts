import {
  linkTopics,
  runTopics,
  type Linkable,
  type PreviousTopic,
  type TopicLink,
  type TopicRun,
  type TopicVoice,
} from '../../topics/index.ts'
import { loadSegmenter } from '../lexicons.ts'

export interface TopicsInput {
  voices: TopicVoice[]
  now: Date
  previous: PreviousTopic[]
  knownNames: string[]
  /** Suggestions and money that may concern a topic. */
  records: Linkable[]
}

/** Finds the hot topics with the product's segmenter, and what concerns them. */
export default function findTopics({
  voices,
  records,
  ...options
}: TopicsInput): TopicRun & { links: TopicLink[] } {
  const segmenter = loadSegmenter()
  const segment = (text: string): string[] => segmenter.segment(text)
  const run = runTopics(voices, { ...options, segment })
  const subjects = run.topics.map((topic) => ({
    ...topic,
    voiceIds: topic.members.map(({ voiceId }) => voiceId),
  }))
  return { ...run, links: linkTopics(subjects, records, segment) }
}
