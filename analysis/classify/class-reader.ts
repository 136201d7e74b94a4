import type { Catalogue, Crosswalk } from '../catalogue/index.ts'
import { describeText, MAX_ANALYSED_CHARACTERS, type Segmenter } from '../text/index.ts'
import { createClassifier, type Alternative, type Classifier } from './classify.ts'
import type { Letter } from './letter.ts'
import { parseModel } from './model-file.ts'
import { createNodeFinder, type FoundNode } from './node-finder.ts'

/** What a class reader is made from: plain data, so that it can be sent to another thread. */
export interface ClassConfig {
  /** Name and version of the model, stored beside every result. */
  name: string
  /** The model's file. */
  bytes: Uint8Array
  /** Files of the models of the second and the third level, where the office has labels for them. */
  finer?: readonly Uint8Array[]
}

/** What the thread has for all readers. */
export interface ClassAids {
  segmenter: Segmenter
  catalogue: Catalogue
  /** Leads from the catalogue's nodes to the model's labels where these are another catalogue's. */
  crosswalk?: Crosswalk
}

/** One row of `analysis.voice_classes`. */
export interface ClassRow extends Record<string, string | number | null | readonly unknown[]> {
  voice_id: string
  level_1: string | null
  level_2: string | null
  level_3: string | null
  confidence: number
  /** accept, sample or review */
  bucket: string
  deciding_words: readonly string[]
  alternatives: readonly Alternative[]
  model: string
}

const WORDS = 5

/**
 * Makes the function that puts one voice into the catalogue: level 1 by the model, levels 2 and 3 by the catalogue's
 * words. `words` are the segmented title and body. A voice without letters gets no class and its traits as words.
 */
export function createClassReader(
  config: ClassConfig,
  aids: ClassAids,
): (voice: { id: string; title: string; body: string }, words: readonly string[]) => ClassRow {
  const model = parseModel(config.bytes)
  const classifier = createClassifier(model, { ...aids, words: WORDS })
  const finer = (config.finer ?? []).map((bytes) =>
    createClassifier(parseModel(bytes), { ...aids, words: 0 }),
  )
  const finder = createNodeFinder(aids.catalogue, aids.segmenter, aids.crosswalk)
  return (voice, words) => {
    const letter = bounded(voice.title, voice.body, words)
    if (letter.words.length === 0) return emptyRow(voice, config.name)
    const found = classifier.classifyLetter(letter)
    const node = finder.find(found.label, letter.title, letter.body)
    return {
      voice_id: voice.id,
      level_1: found.label,
      ...deeper(finer, found.label, letter, node),
      confidence: found.confidence,
      bucket: found.bucket,
      deciding_words: [...new Set([...found.words, ...node.words])].slice(0, WORDS),
      alternatives: found.alternatives,
      model: config.name,
    }
  }
}

/** Levels 2 and 3 by the office's own labels where it has any below the class, else by the catalogue's words. */
function deeper(
  finer: readonly Classifier[],
  level1: string,
  letter: Letter,
  node: FoundNode,
): { level_2: string | null; level_3: string | null } {
  const second = finer[0]?.classifyBelow(level1, letter) ?? null
  if (second === null) return { level_2: node.level2, level_3: node.level3 }
  const third = finer[1]?.classifyBelow(second.label, letter) ?? null
  const level2 = second.label.split('/')[1] ?? null
  return {
    level_2: level2,
    level_3: third?.label.split('/')[2] ?? (level2 === node.level2 ? node.level3 : null),
  }
}

function bounded(title: string, body: string, words: readonly string[]) {
  const length = title.length + body.length
  if (length <= MAX_ANALYSED_CHARACTERS) return { title, body, words }
  const share = MAX_ANALYSED_CHARACTERS / length
  return {
    title: title.slice(0, MAX_ANALYSED_CHARACTERS / 2),
    body: body.slice(0, MAX_ANALYSED_CHARACTERS / 2),
    words: words.slice(0, Math.floor(words.length * share)),
  }
}

function emptyRow({ id, title, body }: { id: string; title: string; body: string }, model: string): ClassRow {
  const text = `${title}\n${body}`
  return {
    voice_id: id,
    level_1: null,
    level_2: null,
    level_3: null,
    confidence: 0,
    bucket: 'review',
    deciding_words: describeText(text, text.trim()),
    alternatives: [],
    model,
  }
}
