import {
  createClassifier,
  type Classifier,
  coldStartClassifier,
  createNodeFinder,
  type ClassifierModel,
  type NodeFinder,
} from '../../classify/index.ts'
import { describeText, normaliseText } from '../../text/index.ts'
import { loadLetterCrosswalk, loadProductCatalogue } from '../catalogue.ts'
import { loadSegmenter } from '../lexicons.ts'
import { readDefaultModel } from '../models.ts'

/** Fewer texts than this cannot start a classifier without labels. */
const LEAST_TEXTS = 50
const WORDS = 5

export interface Voice {
  id: string
  title: string
  body: string
}

export interface ClassRow extends Record<string, string | number | null | readonly string[]> {
  voice_id: string
  level_1: string | null
}

export interface ClassifyInput {
  modelsDir: string
  /** Texts as they stand in the warehouse. */
  voices: Voice[]
}

/** Puts every voice into the catalogue; `model` is null when there was too little text to start from. */
export default async function classifyVoices({
  modelsDir,
  voices: raw,
}: ClassifyInput): Promise<{ rows: ClassRow[]; model: string | null }> {
  const voices = raw.map(({ id, title, body }) => ({
    id,
    title: normaliseText(title),
    body: normaliseText(body),
  }))
  const chosen = await chooseModel(modelsDir, voices)
  if (chosen === null) return { rows: [], model: null }
  return { rows: voices.map((voice) => classifyVoice(voice, chosen)), model: chosen.name }
}

interface ChosenModel {
  name: string
  model: ClassifierModel
  classifier: Classifier
  finder: NodeFinder
}

async function chooseModel(modelsDir: string, voices: readonly Voice[]): Promise<ChosenModel | null> {
  const segmenter = loadSegmenter()
  const catalogue = loadProductCatalogue()
  const stored = await readDefaultModel(modelsDir)
  const options = { segmenter, catalogue, words: WORDS }
  if (stored)
    return {
      ...stored,
      classifier: createClassifier(stored.model, options),
      finder: createNodeFinder(catalogue, segmenter, loadLetterCrosswalk()),
    }
  if (voices.length < LEAST_TEXTS) return null
  const texts = voices.map(({ title, body }) => ({ title, body }))
  const model = coldStartClassifier({ catalogue, texts, fields: ['title', 'body'], segmenter })
  return {
    name: `起步@${catalogue.version}`,
    model,
    classifier: createClassifier(model, options),
    finder: createNodeFinder(catalogue, segmenter),
  }
}

function classifyVoice(voice: Voice, { name, model, classifier, finder }: ChosenModel): ClassRow {
  const text = `${voice.title}\n${voice.body}`
  const traits = describeText(text, text.trim())
  if (traits.includes('空白') || traits.includes('仅符号')) {
    return { ...emptyRow(voice.id, name), deciding_words: traits }
  }
  const found = classifier.classify(fieldsOf(model, voice))
  const node = finder.find(found.label, voice.title, voice.body)
  return {
    voice_id: voice.id,
    level_1: found.label,
    level_2: node.level2,
    level_3: node.level3,
    confidence: found.confidence,
    bucket: found.bucket,
    deciding_words: [...new Set([...found.words, ...node.words])].slice(0, WORDS),
    model: name,
  }
}

function emptyRow(id: string, model: string): ClassRow {
  return { voice_id: id, level_1: null, level_2: null, level_3: null, confidence: 0, bucket: 'review', model }
}

/** A trained model's fields carry its training file's names: the last is the body, the others are titles. */
function fieldsOf(model: ClassifierModel, voice: Voice): Record<string, string> {
  return Object.fromEntries(
    model.fields.map((field, index) => [field, index === model.fields.length - 1 ? voice.body : voice.title]),
  )
}
