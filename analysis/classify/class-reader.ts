import type { Catalogue, Crosswalk } from '../catalogue/index.ts'
import { describeText, MAX_ANALYSED_CHARACTERS, type Segmenter } from '../text/index.ts'
import { createClassifier, type Alternative, type Classifier } from './classify.ts'
import type { Letter } from './letter.ts'
import type { LevelExample } from './level-examples.ts'
import { parseModel } from './model-file.ts'
import { LevelNeighbours, type NearLevels } from './neighbours.ts'
import { createNodeFinder, type FoundNode } from './node-finder.ts'

/** What a class reader is made from: plain data, so that it can be sent to another thread. */
export interface ClassConfig {
  /** Name and version of the model; the job stores it beside every result. */
  name: string
  /** The model's file. */
  bytes: Uint8Array
  /** Files of the models of the second and the third level, where the office has labels for them. */
  finer?: readonly Uint8Array[]
  /** Texts whose lower levels people named: letters like them belong there too. */
  examples?: readonly LevelExample[]
}

/** What the thread has for all readers. */
export interface ClassAids {
  segmenter: Segmenter
  catalogue: Catalogue
  /** Leads from the catalogue's nodes to the model's labels where these are another catalogue's. */
  crosswalk?: Crosswalk
}

/** One row of `analysis.voice_classes`, without the model, which is the same in every row. */
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
}

const WORDS = 5
/** From this cosine on two letters are about the same matter, whatever words of the catalogue they use besides. */
const SAME_MATTER = 0.3

/**
 * Makes the function that puts one voice into the catalogue: level 1 by the model, levels 2 and 3 by the office's own
 * labels, by the catalogue's words and by what people decided of letters like it. `words` are the segmented title and
 * body. A voice without letters gets no class and its traits as words.
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
  const neighbours = new LevelNeighbours(config.examples ?? [], model.vocabulary, aids.segmenter)
  return (voice, words) => {
    const letter = bounded(voice.title, voice.body, words)
    if (letter.words.length === 0) return emptyRow(voice)
    const found = classifier.classifyLetter(letter)
    const node = finder.find(found.label, letter.title, letter.body)
    const near = neighbours.find(found.label, letter)
    const lower = deeper(finer, found.label, letter, node, near)
    const nodeWords = lower.level_2 === node.level2 ? node.words : []
    return {
      voice_id: voice.id,
      level_1: found.label,
      ...lower,
      confidence: found.confidence,
      bucket: found.bucket,
      deciding_words: [...new Set([...found.words, ...nodeWords])].slice(0, WORDS),
      alternatives: found.alternatives,
    }
  }
}

interface LowerLevels {
  level_2: string | null
  level_3: string | null
}

/**
 * Levels 2 and 3: as people decided of a letter about the same matter; else by the office's own labels where it has any
 * below the class; else by the catalogue's words, unless there is but one of them or none and similar letters were
 * decided.
 */
function deeper(
  finer: readonly Classifier[],
  level1: string,
  letter: Letter,
  node: FoundNode,
  near: NearLevels | null,
): LowerLevels {
  if (near !== null && near.similarity >= SAME_MATTER) return asNear(near, node)
  const second = finer[0]?.classifyBelow(level1, letter) ?? null
  if (second !== null) return asLearnt(second.label, finer[1], letter, node)
  if (near !== null && node.words.length < 2) return asNear(near, node)
  return { level_2: node.level2, level_3: node.level3 }
}

function asNear({ level2, level3 }: NearLevels, node: FoundNode): LowerLevels {
  return { level_2: level2, level_3: level3 ?? (level2 === node.level2 ? node.level3 : null) }
}

function asLearnt(
  path: string,
  thirdLevel: Classifier | undefined,
  letter: Letter,
  node: FoundNode,
): LowerLevels {
  const third = thirdLevel?.classifyBelow(path, letter) ?? null
  const level2 = path.split('/')[1] ?? null
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

function emptyRow({ id, title, body }: { id: string; title: string; body: string }): ClassRow {
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
  }
}
