import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { parseModel, serialiseModel, type ClassifierModel } from '#analysis'
import { UsageError } from './command.ts'

/** Writes a model under its name in the data home; a crash leaves the old file or the new one, never half of one. */
export async function saveModel(dataDir: string, name: string, model: ClassifierModel): Promise<string> {
  const path = modelPath(dataDir, name)
  await mkdir(join(dataDir, 'models'), { recursive: true })
  const partial = `${path}.partial`
  const file = await open(partial, 'w')
  try {
    await file.writeFile(serialiseModel(model))
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(partial, path)
  return path
}

/** Reads a model by its name. Throws UsageError when there is none, ClassifierError when the file is damaged. */
export async function loadModel(dataDir: string, name: string): Promise<ClassifierModel> {
  try {
    return parseModel(await readFile(modelPath(dataDir, name)))
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
    throw new UsageError(`没有名为“${name}”的模型，请先用 huizhi classify train --model ${name} 训练`, {
      cause: error,
    })
  }
}

function modelPath(dataDir: string, name: string): string {
  if (!/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,63}$/u.test(name)) {
    throw new UsageError('模型名只能用字母、数字、汉字、- 和 _，最长 64 个字')
  }
  return join(dataDir, 'models', `${name}.model`)
}
