import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import {
  finerName,
  labelledLevelsName,
  loadTrainedModel,
  parseModel,
  readFiner,
  readModelBytes,
  serialiseModel,
  writeExamples,
  writeModelBytes,
  type ClassConfig,
  type ClassifierModel,
  type Example,
} from '#analysis'
import { UsageError } from './command.ts'

/**
 * Writes a model under its name in the data home, and the examples it was trained on beside it, so that it can learn
 * again with what reviewers decide later. Returns the model's path.
 */
export async function saveModel(
  dataDir: string,
  name: string,
  model: ClassifierModel,
  examples: readonly Example[],
): Promise<string> {
  const folder = join(dataDir, 'models')
  await writeExamples(folder, checkedName(name), { fields: model.fields, examples })
  return writeModelBytes(folder, name, serialiseModel(model))
}

/** Reads a model by its name. Throws UsageError when there is none, ClassifierError when the file is damaged. */
export async function loadModel(dataDir: string, name: string): Promise<ClassifierModel> {
  const stored = await readModelBytes(join(dataDir, 'models'), checkedName(name))
  if (stored === null) throw noModel(name)
  return parseModel(stored.bytes)
}

/**
 * Writes the models of the second and third level, and the labelled texts themselves for likeness to be judged by;
 * those of an earlier training that are not there any more go.
 */
export async function saveFiner(
  dataDir: string,
  name: string,
  models: readonly ClassifierModel[],
  labelled: { fields: readonly string[]; examples: readonly Example[] },
): Promise<void> {
  const folder = join(dataDir, 'models')
  await writeExamples(folder, labelledLevelsName(name), labelled)
  for (const level of [2, 3]) {
    const model = models[level - 2]
    if (model) await writeModelBytes(folder, finerName(name, level), serialiseModel(model))
    else await rm(join(folder, `${finerName(name, level)}.model`), { force: true })
  }
}

/** A model with all that decides on lower levels beside it. Throws as `loadModel`. */
export async function loadWithLevels(dataDir: string, name: string): Promise<ClassConfig> {
  const found = await loadTrainedModel(join(dataDir, 'models'), checkedName(name))
  if (found === null) throw noModel(name)
  return found
}

export async function loadFiner(dataDir: string, name: string): Promise<ClassifierModel[]> {
  const stored = await readFiner(join(dataDir, 'models'), checkedName(name))
  return stored.map(({ bytes }) => parseModel(bytes))
}

function noModel(name: string): UsageError {
  return new UsageError(`没有名为“${name}”的模型，请先用 huizhi classify train --model ${name} 训练`)
}

function checkedName(name: string): string {
  if (!/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,63}$/u.test(name)) {
    throw new UsageError('模型名只能用字母、数字、汉字、- 和 _，最长 64 个字')
  }
  return name
}
