import { textQueries } from '#warehouse'
import {
  classify,
  coldStartClassifier,
  createNodeFinder,
  type ClassifierModel,
  type NodeFinder,
} from '../classify/index.ts'
import { describeText, normaliseText } from '../text/index.ts'
import { loadLetterCrosswalk, loadProductCatalogue } from './catalogue.ts'
import type { AnalysisContext, AnalysisJob } from './job.ts'
import { loadSegmenter } from './lexicons.ts'
import { readDefaultModel } from './models.ts'

/** Method version: a change makes earlier results stale. */
const METHOD = 'classify-1'
/** Fewer texts than this cannot start a classifier without labels. */
const LEAST_TEXTS = 50
const WORDS = 5
/** The event loop gets a turn after this many texts, so that requests are answered while a run goes on. */
const TURN = 500

interface Voice {
  id: string
  title: string
  body: string
}

interface ClassRow extends Record<string, string | number | null | readonly string[]> {
  voice_id: string
  level_1: string | null
}

/** Puts every voice into the catalogue: by the office's own model, or by a cold start from the catalogue's words. */
export const classifyJob: AnalysisJob = {
  name: 'classify',
  reads: ['marts.voices'],
  version: async ({ modelsDir }) => {
    const stored = await readDefaultModel(modelsDir)
    return [METHOD, loadProductCatalogue().version, stored?.name ?? '', ...loadSegmenter().versions].join(' ')
  },
  async run(context, fingerprint) {
    const voices = await readVoices(context)
    const chosen = await chooseModel(context, voices)
    const rows = chosen ? await classifyAll(voices, chosen) : []
    const review = rows.filter((row) => row['bucket'] === 'review').length
    context.log(
      `${rows.length} 件民意已分类，其中 ${review} 件待复核（${chosen?.name ?? '文本太少，未分类'}）`,
    )
    await context.warehouse.writeResults('classify', [{ table: 'voice_classes', rows }], {
      fingerprint,
      startedAt: context.now,
    })
    return { rows: rows.length }
  },
}

async function readVoices({ warehouse }: AnalysisContext): Promise<Voice[]> {
  const rows = await warehouse.columns(textQueries.voices, {})
  return rows.voice_id.map((id, row) => ({
    id,
    title: normaliseText(rows.title[row] ?? ''),
    body: normaliseText(rows.body[row] ?? ''),
  }))
}

interface ChosenModel {
  name: string
  model: ClassifierModel
  finder: NodeFinder
}

async function chooseModel(
  { modelsDir }: AnalysisContext,
  voices: readonly Voice[],
): Promise<ChosenModel | null> {
  const segmenter = loadSegmenter()
  const catalogue = loadProductCatalogue()
  const stored = await readDefaultModel(modelsDir)
  if (stored) return { ...stored, finder: createNodeFinder(catalogue, segmenter, loadLetterCrosswalk()) }
  if (voices.length < LEAST_TEXTS) return null
  const texts = voices.map(({ title, body }) => ({ title, body }))
  const model = coldStartClassifier({ catalogue, texts, fields: ['title', 'body'], segmenter })
  return { name: `起步@${catalogue.version}`, model, finder: createNodeFinder(catalogue, segmenter) }
}

async function classifyAll(voices: readonly Voice[], chosen: ChosenModel): Promise<ClassRow[]> {
  const rows: ClassRow[] = []
  for (const [index, voice] of voices.entries()) {
    if (index % TURN === TURN - 1) await new Promise((resolve) => setImmediate(resolve))
    rows.push(classifyVoice(voice, chosen))
  }
  return rows
}

function classifyVoice(voice: Voice, { name, model, finder }: ChosenModel): ClassRow {
  const text = `${voice.title}\n${voice.body}`
  const traits = describeText(text, text.trim())
  if (traits.includes('空白') || traits.includes('仅符号')) {
    return { ...emptyRow(voice.id, name), deciding_words: traits }
  }
  const found = classify(model, fieldsOf(model, voice), { segmenter: loadSegmenter(), words: WORDS })
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
