import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ClassifierError, parseModel, serialiseModel, type ClassifierModel } from '../classify/index.ts'

const SUFFIX = '.hzcls'
const ACTIVE = 'active-classifier.txt'

/** Writes a model under its name, whole or not at all. Returns the file's path. */
export async function saveModel(modelsDir: string, name: string, model: ClassifierModel): Promise<string> {
  await mkdir(modelsDir, { recursive: true })
  const path = modelPath(modelsDir, name)
  await writeFile(`${path}.part`, serialiseModel(model))
  await rename(`${path}.part`, path)
  return path
}

/** Reads a model by its name. @throws {ClassifierError} when there is none or it is damaged. */
export async function loadModel(modelsDir: string, name: string): Promise<ClassifierModel> {
  const path = modelPath(modelsDir, name)
  let bytes: Uint8Array
  try {
    bytes = await readFile(path)
  } catch (cause) {
    const error = new ClassifierError('CLS_MODEL_MISSING', `没有名为“${name}”的模型：请先训练，或检查名称。`)
    error.cause = cause
    throw error
  }
  return parseModel(bytes)
}

/** Names of the stored models, in alphabetical order. */
export async function listModels(modelsDir: string): Promise<string[]> {
  const files = await readdir(modelsDir).catch((error: unknown) => {
    if (isMissing(error)) return []
    throw error
  })
  return files
    .filter((file) => file.endsWith(SUFFIX))
    .map((file) => file.slice(0, -SUFFIX.length))
    .sort()
}

/** Makes a stored model the one that classifies the warehouse's voices; null returns to the cold start. */
export async function activateModel(modelsDir: string, name: string | null): Promise<void> {
  if (name !== null) await loadModel(modelsDir, name)
  await mkdir(modelsDir, { recursive: true })
  await writeFile(join(modelsDir, ACTIVE), name ?? '')
}

/** Name of the model that classifies the warehouse's voices; null while there is none. */
export async function activeModel(modelsDir: string): Promise<string | null> {
  try {
    const name = (await readFile(join(modelsDir, ACTIVE), 'utf8')).trim()
    return name === '' ? null : name
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

/** @throws {ClassifierError} for a name that is no plain file name. */
function modelPath(modelsDir: string, name: string): string {
  if (!/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u.test(name) || name.includes('..')) {
    throw new ClassifierError('CLS_MODEL_NAME', '模型名称只能用文字、数字、点、横线和下划线，最长 64 个字。')
  }
  return join(modelsDir, `${name}${SUFFIX}`)
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
