import { createClassReader, type ClassConfig, type ClassRow } from '../../classify/index.ts'
import { normaliseText } from '../../text/index.ts'
import { loadProductCatalogue } from '../catalogue.ts'
import { loadSegmenter } from '../lexicons.ts'
import { crosswalkFor } from '../voice-model.ts'

export interface Voice {
  id: string
  title: string
  body: string
}

export interface ClassifyInput {
  config: ClassConfig
  /** Texts as they stand in the warehouse. */
  voices: Voice[]
}

/** Puts every voice into the catalogue. */
export default function classifyVoices({ config, voices }: ClassifyInput): ClassRow[] {
  const segmenter = loadSegmenter()
  const catalogue = loadProductCatalogue()
  const read = createClassReader(config, { segmenter, catalogue, ...crosswalkFor(config) })
  return voices.map(({ id, title, body }) => {
    const voice = { id, title: normaliseText(title), body: normaliseText(body) }
    return read(voice, [...segmenter.segment(voice.title), ...segmenter.segment(voice.body)])
  })
}
