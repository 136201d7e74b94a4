import { makeReadingTools } from '../../analysis/jobs/reading-tools.ts'
import { configOf } from '../../analysis/jobs/voices.ts'
import { readVoices, type StoredVoice } from '../../analysis/readings/index.ts'
import { processorSeconds } from '../process-use.ts'
import { inventMessages } from './messages.ts'

const SAMPLE = 20_000
const WARM_UP = 4000
const BATCH = 2000

/**
 * Processor seconds per message of what grouping, classes and keywords need of one letter: segmenting, keywords, class
 * and sketch, with the model the messages were read with; neither entities nor risks, and no database. Measured on one
 * thread and up to 20,000 of the messages, after some to warm up.
 */
export async function clockAsked(home: Parameters<typeof configOf>[0], count: number): Promise<number> {
  const { readers, ...rest } = makeReadingTools(await configOf(home))
  const asked = Object.entries(readers).filter(([table]) =>
    ['voice_classes', 'voice_sketches'].includes(table),
  )
  const tools = { ...rest, readers: Object.fromEntries(asked) }
  const letters = [...inventMessages(Math.min(count, SAMPLE))].map(
    ({ id, title, body, day }): StoredVoice => ({
      id,
      kind: 'petitions',
      title,
      body,
      date: day,
      textHash: '',
    }),
  )
  const read = (some: readonly StoredVoice[]): void => {
    for (let from = 0; from < some.length; from += BATCH) readVoices(some.slice(from, from + BATCH), tools)
  }
  read(letters.slice(0, WARM_UP))
  const before = processorSeconds()
  read(letters)
  return (processorSeconds() - before) / letters.length
}
