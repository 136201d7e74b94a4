import { dict } from '@node-rs/jieba/dict.js'
import { createClassReader, type ClassConfig } from '../classify/index.ts'
import { createEntityReader, type EntityConfig } from '../extract/index.ts'
import { createSketchReader } from '../matters/index.ts'
import { createWordWeights, type Reader, type ReadingTools } from '../readings/index.ts'
import { createRiskReader, type RiskConfig } from '../risk/index.ts'
import type { Segmenter } from '../text/index.ts'
import { loadProductCatalogue } from './catalogue.ts'
import { loadSegmenter, loadStopWords } from './lexicons.ts'
import { crosswalkFor } from './class-crosswalk.ts'

/** What each reading thread is started with: plain data, copied to it. */
export interface ReadingConfig {
  /** Version of methods, dictionaries, model and master data; stored beside each reading. */
  version: string
  /** Names of master data, and what people decided about names. */
  entities: EntityConfig
  /** Which role sees which risk first. */
  risk: RiskConfig
  /** The model that names classes; null while there is too little text for one. */
  classes: ClassConfig | null
}

/** Builds the tools of one thread: dictionaries, the model and the readers of each analysis. */
export function makeReadingTools(config: ReadingConfig): ReadingTools {
  const segmenter = loadSegmenter()
  const stopWords = loadStopWords()
  return {
    segmenter,
    weights: createWordWeights(new TextDecoder().decode(dict), stopWords),
    readers: {
      voice_classes: classReader(config.classes, segmenter),
      voice_entities: createEntityReader(config.entities),
      voice_risks: createRiskReader(config.risk),
      voice_sketches: createSketchReader({ stopWords: [...stopWords] }),
    },
  }
}

function classReader(config: ClassConfig | null, segmenter: Segmenter): Reader {
  if (config === null) return () => []
  const aids = { segmenter, catalogue: loadProductCatalogue(), ...crosswalkFor(config) }
  const read = createClassReader(config, aids)
  return (voice, words) => [read(voice, words)]
}
