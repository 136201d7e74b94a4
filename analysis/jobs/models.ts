import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseModel, type ClassifierModel } from '../classify/index.ts'

/** The model of this name classifies the warehouse's voices: `huizhi classify train --model default …`. */
export const DEFAULT_MODEL = 'default'

export interface StoredModel {
  /** Name and the first digits of the file's SHA-256: what a result says it was made with. */
  name: string
  model: ClassifierModel
}

/** The office's own model, or null while none has been trained. @throws {ClassifierError} when it is damaged. */
export async function readDefaultModel(modelsDir: string): Promise<StoredModel | null> {
  try {
    const bytes = await readFile(join(modelsDir, `${DEFAULT_MODEL}.model`))
    const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 8)
    return { name: `${DEFAULT_MODEL}@${digest}`, model: parseModel(bytes) }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
