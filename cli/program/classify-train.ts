import { resolve } from 'node:path'
import type { Command } from 'commander'
import {
  ClassifierError,
  examplesOf,
  lowerExamplesOf,
  trainFromTable,
  type ClassifierModel,
  type TextTable,
} from '#analysis'
import { readRecords } from '#ingest'
import { exitCodes } from '../failure.ts'
import type { AddTo } from '../invocation.ts'
import { saveFiner, saveModel } from '../models.ts'
import { levelNames, readingAids } from './classify-aids.ts'
import { describe } from './classify-scores.ts'

interface TrainArguments {
  labels: string
  text: string
  label: string
  label2?: string
  label3?: string
  model: string
}

/** `huizhi classify train`. */
export function addTrain(classify: Command, add: AddTo): void {
  const { command, act } = add(
    classify,
    'train',
    '用已标注的文件训练分类模型；名为 default 的模型用于全库分类',
  )
  command
    .requiredOption('--labels <文件>', '已标注的文件（CSV、XLSX、JSON）')
    .requiredOption('--text <列名>', '文本列，多列用逗号分开，例如 留言主题,留言详情')
    .requiredOption('--label <列名>', '标注列')
    .option('--label-2 <列名>', '二级标注列')
    .option('--label-3 <列名>', '三级标注列')
    .requiredOption('--model <名称>', '模型名称')
    .action((options: TrainArguments) =>
      act(async ({ config, output }) => {
        const records = await readRecords(resolve(options.labels))
        const textColumns = options.text.split(/[,，、]/).map((column) => column.trim())
        const model = trainFromTable(
          records,
          { textColumns, labelColumn: options.label },
          {
            ...readingAids(),
            onProgress: (done, total) => {
              output.progress(`训练 ${done}/${total}`)
            },
          },
        )
        const labelled = examplesOf(records, { textColumns, labelColumn: options.label })
        const path = await saveModel(config.dataDir, options.model, model, labelled)
        const finer = trainFiner(records, textColumns, options, output.progress)
        await saveFiner(config.dataDir, options.model, finer, {
          fields: model.fields,
          examples: lowerExamplesOf(records, textColumns, levelColumns(options)),
        })
        const { examples, measured } = model.record
        const result = {
          model: options.model,
          path,
          examples,
          labels: model.labels,
          measured,
          calibration: model.calibration,
          finer: finer.map(({ labels, record }) => ({ labels: labels.length, measured: record.measured })),
        }
        output.result(result, () =>
          [
            `已用 ${examples} 条标注训练，模型存于 ${path}`,
            ...(measured ? ['交叉验证（未见过的文本）：', describe(measured)] : []),
            ...finer.map(
              ({ labels, record }, at) =>
                `${levelNames[at] ?? ''} ${labels.length} 类，宏平均 F1 ${record.measured?.macroF1.toFixed(3) ?? '—'}`,
            ),
          ].join('\n'),
        )
        return exitCodes.done
      }),
    )
}

function levelColumns({ label, label2, label3 }: TrainArguments): string[] {
  return [label, ...(label2 === undefined ? [] : [label2, ...(label3 === undefined ? [] : [label3])])]
}

/** Models of the second and the third level, as far as there are columns with enough labels for them. */
function trainFiner(
  records: TextTable,
  textColumns: readonly string[],
  options: TrainArguments,
  progress: (line: string) => void,
): ClassifierModel[] {
  const columns = levelColumns(options)
  const models: ClassifierModel[] = []
  for (const [at, labelColumn] of columns.slice(1).entries()) {
    progress(`训练${levelNames[at] ?? ''}分类`)
    const parentColumns = columns.slice(0, at + 1)
    try {
      models.push(trainFromTable(records, { textColumns, labelColumn, parentColumns }, readingAids()))
    } catch (error) {
      // Too few labels for a model of their own still serve as examples that letters are compared with.
      if (!(error instanceof ClassifierError) || error.code !== 'CLS_TOO_FEW_EXAMPLES') throw error
      break
    }
  }
  return models
}
