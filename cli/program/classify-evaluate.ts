import { resolve } from 'node:path'
import type { Command } from 'commander'
import { crosswalkFor, evaluateLevels, evaluateTable, type TextTable } from '#analysis'
import { readRecords } from '#ingest'
import { exitCodes } from '../failure.ts'
import type { AddTo } from '../invocation.ts'
import { loadModel, loadWithLevels } from '../models.ts'
import { levelNames, readingAids } from './classify-aids.ts'
import { describe, summarise } from './classify-scores.ts'

interface EvaluateArguments {
  model: string
  in: string
  label: string
  label2?: string
  label3?: string
}

/** `huizhi classify evaluate`. */
export function addEvaluate(classify: Command, add: AddTo): void {
  const { command, act } = add(classify, 'evaluate', '用已标注的文件检验模型：宏平均 F1、各类成绩、混淆表')
  command
    .requiredOption('--model <名称>', '模型名称')
    .requiredOption('--in <文件>', '已标注的文件')
    .option('--label <列名>', '标注列', '一级标签')
    .option('--label-2 <列名>', '二级标注列；文件里有“二级标签”列时不必写')
    .option('--label-3 <列名>', '三级标注列；文件里有“三级标签”列时不必写')
    .action((options: EvaluateArguments) =>
      act(async ({ config, output }) => {
        const model = await loadModel(config.dataDir, options.model)
        const records = await readRecords(resolve(options.in))
        const report = evaluateTable(model, records, { labelColumn: options.label }, readingAids())
        const columns = evaluatedColumns(records, options)
        const withLevels = await loadWithLevels(config.dataDir, options.model)
        const finer =
          columns.length < 2
            ? []
            : evaluateLevels(withLevels, records, columns, {
                ...readingAids(),
                ...crosswalkFor(withLevels),
              })
        output.result({ ...report, finer }, () =>
          [describe(report), ...finer.map((one, at) => `${levelNames[at] ?? ''} ${summarise(one)}`)].join(
            '\n',
          ),
        )
        return exitCodes.done
      }),
    )
}

/** The label columns of the levels that the file has, first level first. */
function evaluatedColumns(records: TextTable, { label, label2, label3 }: EvaluateArguments): string[] {
  const usual = (name: string): string | undefined =>
    records.columns.some((column) => column.trim() === name) ? name : undefined
  const second = label2 ?? usual('二级标签')
  const third = label3 ?? usual('三级标签')
  return [label, second, second === undefined ? undefined : third].filter((name) => name !== undefined)
}
