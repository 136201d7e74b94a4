import { runTopics, type PreviousTopic, type TopicRun, type TopicVoice } from '../../topics/index.ts'
import { loadSegmenter } from '../lexicons.ts'

export interface TopicsInput {
  voices: TopicVoice[]
  now: Date
  previous: PreviousTopic[]
  knownNames: string[]
}

/** Finds the hot topics with the product's segmenter. */
export default function findTopics({ voices, ...options }: TopicsInput): TopicRun {
  const segmenter = loadSegmenter()
  return runTopics(voices, { ...options, segment: (text) => segmenter.segment(text) })
}
