import { dict } from '@node-rs/jieba/dict.js'
import { createEntityReader, type EntityConfig } from '../extract/index.ts'
import { createSketchReader } from '../matters/index.ts'
import { createWordWeights, type Readers, type ReadingTools } from '../readings/index.ts'
import { createRiskReader, type RiskConfig } from '../risk/index.ts'
import { loadSegmenter, loadStopWords } from './lexicons.ts'

/** What each reading thread is started with: plain data, copied to it. */
export interface ReadingConfig {
  modelsDir: string
  /** Version of methods, dictionaries, model and master data; stored beside each reading. */
  version: string
  /** Names of master data, and what people decided about names. */
  entities: EntityConfig
  /** Which role sees which risk first. */
  risk: RiskConfig
}

/** Builds the tools of one thread: dictionaries, the model and the readers of each analysis. */
export async function makeReadingTools(config: ReadingConfig): Promise<ReadingTools> {
  return {
    segmenter: loadSegmenter(),
    weights: createWordWeights(new TextDecoder().decode(dict), loadStopWords()),
    readers: await makeReaders(config),
    version: config.version,
  }
}

async function makeReaders(config: ReadingConfig): Promise<Readers> {
  return {
    voice_entities: createEntityReader(config.entities),
    voice_risks: createRiskReader(config.risk),
    voice_sketches: createSketchReader({ stopWords: [...loadStopWords()] }),
  }
}
