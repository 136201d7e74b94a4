import { nodePath, type Catalogue } from '../catalogue/index.ts'
import type { Segmenter } from '../text/index.ts'
import { mix } from '../text/hash.ts'
import { hashText, SUBJECT_SEED } from './gram-hash.ts'
import { nodeWordsOf } from './seed-words.ts'
import { WordMatcher } from './word-matcher.ts'

/** Told the id of a catalogue node that a text speaks of, and where it does. */
export type SubjectFound = (id: number, start: number) => void

/**
 * Reads a text through the catalogue: every word of a node counts for that node and for those above it. Words too rare
 * to be learnt by themselves teach together what they have in common. Ids come from the path, so they outlive a new
 * version of the catalogue.
 */
export class SubjectGrams {
  private readonly matcher: WordMatcher
  /** Ids of the node and of those above it, three for each word, 0 for none. */
  private readonly ids: Uint32Array

  constructor(catalogue: Catalogue, segmenter: Segmenter) {
    const words = nodeWordsOf(catalogue.nodes, segmenter)
    this.matcher = new WordMatcher(words.map(({ word }) => word))
    this.ids = new Uint32Array(words.length * 3)
    for (const [place, { targets }] of words.entries()) {
      const names = catalogue.nodes[targets[0] ?? 0]?.names ?? []
      for (let depth = 1; depth <= names.length; depth++) {
        this.ids[place * 3 + depth - 1] = mix(hashText(nodePath(names.slice(0, depth)), SUBJECT_SEED))
      }
    }
  }

  scan(text: string, found: SubjectFound): void {
    const { ids } = this
    this.matcher.scan(text, (place, start) => {
      for (let at = place * 3; at < place * 3 + 3; at++) {
        const id = ids[at] ?? 0
        if (id !== 0) found(id, start)
      }
    })
  }
}
