import { dockStart } from '@nlpjs/basic'
import { processorSeconds } from './process-use.ts'

/** nlp.js taught to put a text, given as words with spaces between, into one of the labels. */
export interface TaughtPeer {
  /** Processor seconds that teaching took. */
  readonly training: number
  /** Its best label, even where it would rather answer "None". */
  classify(words: string): Promise<string | undefined>
}

/** Teaches nlp.js; it cuts no Chinese of its own, so it gets words. */
export async function teachPeer(examples: readonly { words: string; label: string }[]): Promise<TaughtPeer> {
  const settings = {
    nlp: {
      languages: ['zh'],
      autoSave: false,
      autoLoad: false,
      forceNER: false,
      nlu: { log: false, useNoneFeature: false },
    },
  }
  const nlp = (await dockStart({ settings, use: ['Basic'] })).get('nlp')
  nlp.addLanguage('zh')
  for (const { words, label } of examples) nlp.addDocument('zh', words, label)
  const before = processorSeconds()
  await nlp.train()
  return {
    training: processorSeconds() - before,
    classify: async (words) => {
      const { classifications } = await nlp.process('zh', words)
      return classifications.find((one) => one.intent !== 'None')?.intent
    },
  }
}
