import { bodyText, titleText } from './letter-text.ts'
import { familyOf } from './problem-words.ts'
import type { VoiceSites } from './sites.ts'
import type { Segment, TopicVoice } from './voice.ts'

/** Weighted counts of the terms of one voice: words, `@name` for sites, `=family` for kinds of problem. */
export type TermCounts = Map<string, number>

/** A word in the title counts as this many in the body: the title names the matter. */
const TITLE_WEIGHT = 2
/** A word that names a kind of problem also counts for its family. */
const FAMILY_WEIGHT = 0.5
const SITE_WEIGHT = 1.5

/**
 * Words of two or more characters of title and body. Site names come from `sites`, not from the segmenter: it cuts
 * 云栖新城, 云栖新城小区 and 云栖新城旁 differently.
 */
export function countTerms(
  voice: Pick<TopicVoice, 'title' | 'body'>,
  sites: VoiceSites,
  segment: Segment,
): TermCounts {
  const counts: TermCounts = new Map()
  const names = [...sites.all]
  addWords(counts, segment(titleText(voice.title)), names, TITLE_WEIGHT)
  addWords(counts, segment(bodyText(voice.body)), names, 1)
  const main = new Set(sites.main)
  for (const name of names) add(counts, `@${name}`, (main.has(name) ? TITLE_WEIGHT : 1) * SITE_WEIGHT)
  return counts
}

function addWords(
  counts: TermCounts,
  words: readonly string[],
  names: readonly string[],
  weight: number,
): void {
  words.forEach((word, position) => {
    // Words no dictionary knows come out letter by letter: 禁 摩.
    if (word.length === 1 && isLetter(word)) {
      const next = words[position + 1] ?? ''
      if (next.length === 1 && isLetter(next)) add(counts, word + next, weight)
    }
    if (word.length < 2 || (word.length > 3 && names.some((name) => word.includes(name)))) return
    add(counts, word, weight)
    const family = familyOf(word)
    if (family !== undefined) add(counts, `=${family}`, weight * FAMILY_WEIGHT)
  })
}

const LETTER = /^\p{sc=Han}$/u
/** Grammar words, which stand beside anything. */
const COMMON = new Set(
  '的了是在我你他她它们这那有不没被把和与及或到从对请向为于将让给使就都也又还等至因但若如各每某该本此其何谁怎么吗吧呢啊求问已未很太再才只个人上下中前后里外去来要会能可说看年月日时号区市县'.split(
    '',
  ),
)

function isLetter(word: string): boolean {
  return LETTER.test(word) && !COMMON.has(word)
}

function add(counts: TermCounts, term: string, weight: number): void {
  counts.set(term, (counts.get(term) ?? 0) + weight)
}
