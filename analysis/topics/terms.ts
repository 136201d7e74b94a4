import { bodyText, titleText } from './letter-text.ts'
import type { Segment, TopicVoice } from './voice.ts'

/** Weighted counts of the words of one voice. */
export type TermCounts = Map<string, number>

/** A word in the title counts as this many in the body: the title names the matter. */
const TITLE_WEIGHT = 2
/** A long name also counts by its pairs of characters, so that 云栖新城, 云栖新城小区 and 云栖小区 meet. */
const NAME_PAIR_WEIGHT = 0.5
const MIN_NAME = 4
const MAX_NAME = 12
const HAN_NAME = /^[\p{sc=Han}]+$/u

/** Words of two or more characters of title and body. */
export function countTerms(voice: Pick<TopicVoice, 'title' | 'body'>, segment: Segment): TermCounts {
  const counts: TermCounts = new Map()
  addWords(counts, segment(titleText(voice.title)), TITLE_WEIGHT)
  addWords(counts, segment(bodyText(voice.body)), 1)
  return counts
}

function addWords(counts: TermCounts, words: readonly string[], weight: number): void {
  for (const word of words) {
    if (word.length < 2) continue
    add(counts, word, weight)
    if (word.length < MIN_NAME || word.length > MAX_NAME || !HAN_NAME.test(word)) continue
    for (let start = 0; start + 2 <= word.length; start++) {
      add(counts, `~${word.slice(start, start + 2)}`, weight * NAME_PAIR_WEIGHT)
    }
  }
}

function add(counts: TermCounts, term: string, weight: number): void {
  counts.set(term, (counts.get(term) ?? 0) + weight)
}
