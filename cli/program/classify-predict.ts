import { resolve } from 'node:path'
import type { Command } from 'commander'
import { predictBelow, predictTable, type ClassifierModel, type TextTable } from '#analysis'
import { readRecords, writeCsv } from '#ingest'
import { exitCodes } from '../failure.ts'
import type { AddTo } from '../invocation.ts'
import { loadFiner, loadModel } from '../models.ts'
import { readingAids } from './classify-aids.ts'

/** `huizhi classify predict`. */
export function addPredict(classify: Command, add: AddTo): void {
  const { command, act } = add(
    classify,
    'predict',
    '给文件逐行分类，原列原序，加 predicted 和 confidence 两列',
  )
  command
    .requiredOption('--model <名称>', '模型名称')
    .requiredOption('--in <文件>', '要分类的文件')
    .requiredOption('--out <文件>', '结果 CSV')
    .action((options: { model: string; in: string; out: string }) =>
      act(async ({ config, output }) => {
        const model = await loadModel(config.dataDir, options.model)
        const records = await readRecords(resolve(options.in))
        const predictions = predictTable(model, records, {
          ...readingAids(),
          onProgress: (rows) => {
            output.progress(`已分类 ${rows} 行`)
          },
        })
        const out = resolve(options.out)
        const finer = predictFiner(await loadFiner(config.dataDir, options.model), records, predictions)
        const rows = records.rows.map((row, index) => {
          const prediction = predictions[index]
          const below = finer.map((paths) => paths[index]?.split('/').at(-1) ?? '')
          return [...row, prediction?.label ?? '', prediction?.confidence.toFixed(4) ?? '', ...below]
        })
        const names = finer.map((_, at) => `predicted_${String(at + 2)}`)
        await writeCsv(out, [...records.columns, 'predicted', 'confidence', ...names], rows)
        output.result(
          { model: options.model, rows: rows.length, out },
          () => `已分类 ${rows.length} 行，结果在 ${out}`,
        )
        return exitCodes.done
      }),
    )
}

/** Paths of the second and third level, each within what was found above it. */
function predictFiner(
  models: readonly ClassifierModel[],
  records: TextTable,
  predictions: readonly { label: string }[],
): string[][] {
  let paths = predictions.map(({ label }) => label)
  return models.map((model) => {
    paths = predictBelow(model, records, paths, readingAids())
    return paths
  })
}
