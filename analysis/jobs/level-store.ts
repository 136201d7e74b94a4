import { createHash } from 'node:crypto'
import { pickLevelExamples, type LevelExample } from '../classify/index.ts'
import { readExamples, writeExamples } from './model-store.ts'

/** What people decided of lower levels when the model last learnt. */
const DECIDED = 'decided.levels'
const FIELDS = ['title', 'body']

/** A decision as the review desk stores it. */
export interface DecidedLevels {
  title: string
  body: string
  level_1: string | null
  level_2: string | null
  level_3: string | null
}

/** The name under which the labelled lower levels of a model's training file are stored. */
export function labelledLevelsName(model: string): string {
  return `${model}.levels`
}

/**
 * Keeps the decisions that name a lower level. They take part from the next learning on and not at once, so that a
 * single decision does not make every voice be read again.
 */
export async function keepDecidedLevels(modelsDir: string, decided: readonly DecidedLevels[]): Promise<void> {
  const examples = decided.flatMap(({ title, body, level_1, level_2, level_3 }) => {
    const levels = [level_1, level_2, level_3].filter((level) => level !== null)
    return levels.length < 2 ? [] : [{ text: { title, body }, label: levels.join('/') }]
  })
  await writeExamples(modelsDir, DECIDED, { fields: FIELDS, examples })
}

/** The examples that voices are compared with, and a digest of them; null when there are none. */
export async function readLevelExamples(
  modelsDir: string,
  model: string,
): Promise<{ digest: string; examples: LevelExample[] } | null> {
  const [decided, labelled] = await Promise.all([
    readLevels(modelsDir, DECIDED),
    readLevels(modelsDir, labelledLevelsName(model)),
  ])
  const examples = pickLevelExamples(decided, labelled)
  if (examples.length === 0) return null
  const digest = createHash('sha256').update(JSON.stringify(examples)).digest('hex').slice(0, 8)
  return { digest, examples }
}

/** The last field is the body, the first of the others the title. */
async function readLevels(modelsDir: string, name: string): Promise<LevelExample[]> {
  const stored = await readExamples(modelsDir, name)
  if (stored === null) return []
  const body = stored.fields.at(-1) ?? ''
  const title = stored.fields.length > 1 ? (stored.fields[0] ?? '') : ''
  return stored.examples.map(({ text, label }) => ({
    title: text[title] ?? '',
    body: text[body] ?? '',
    levels: label.split('/'),
  }))
}
