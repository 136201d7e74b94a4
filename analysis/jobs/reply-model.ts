import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { readTextIfPresent, writeWhole } from '#files'
import { parseReplyModel, type ReplyEvaluation, type ReplyModel } from '../replies/index.ts'

/** A trained model of explanation, with what was measured on replies it had not seen. */
export interface StoredReplyModel {
  /** Name and the first digits of the file's SHA-256: what a result says it was made with. */
  name: string
  model: ReplyModel
  measured: ReplyEvaluation | null
}

const FILE = 'replies.model'

/** The office's own model, or null while none has been trained. @throws RangeError when it is damaged */
export async function readReplyModel(modelsDir: string): Promise<StoredReplyModel | null> {
  const text = await readTextIfPresent(join(modelsDir, FILE))
  if (text === null) return null
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 8)
  const stored = JSON.parse(text) as { model?: unknown; measured?: ReplyEvaluation }
  return {
    name: `说理模型@${digest}`,
    model: parseReplyModel(JSON.stringify(stored.model ?? null)),
    measured: stored.measured ?? null,
  }
}

/** Writes the model; a crash leaves the old file or the new one, never half of one. Returns its path. */
export async function saveReplyModel(
  modelsDir: string,
  model: ReplyModel,
  measured: ReplyEvaluation,
): Promise<string> {
  const path = join(modelsDir, FILE)
  await writeWhole(path, JSON.stringify({ model, measured }))
  return path
}
