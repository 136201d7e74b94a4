import { resolve } from 'node:path'
import type { Command } from 'commander'
import {
  ClassifierError,
  crosswalkFor,
  evaluateLevels,
  evaluateTable,
  examplesOf,
  loadProductCatalogue,
  loadSegmenter,
  lowerExamplesOf,
  predictBelow,
  predictTable,
  trainFromTable,
  type ClassifierModel,
  type EvaluationReport,
  type TextTable,
} from '#analysis'
import { readRecords, writeCsv } from '#ingest'
import { exitCodes } from '../failure.ts'
import { loadFiner, loadModel, loadWithLevels, saveFiner, saveModel } from '../models.ts'
import { table } from '../output.ts'
import type { AddTo } from '../invocation.ts'

const levelNames = ['二级', '三级']

/** `huizhi classify train|predict|evaluate`: learns from an office's own labels and classifies files. */
export function addClassify(program: Command, add: AddTo): void {
  const classify = program.command('classify').description('按目录分类').helpOption('-h, --help', '显示帮助')
  addTrain(classify, add)
  addPredict(classify, add)
  addEvaluate(classify, add)
}

function addTrain(classify: Command, add: AddTo): void {
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
            segmenter: loadSegmenter(),
            catalogue: loadProductCatalogue(),
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

interface TrainArguments {
  labels: string
  text: string
  label: string
  label2?: string
  label3?: string
  model: string
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
      models.push(
        trainFromTable(
          records,
          { textColumns, labelColumn, parentColumns },
          { segmenter: loadSegmenter(), catalogue: loadProductCatalogue() },
        ),
      )
    } catch (error) {
      // Too few labels for a model of their own still serve as examples that letters are compared with.
      if (!(error instanceof ClassifierError) || error.code !== 'CLS_TOO_FEW_EXAMPLES') throw error
      break
    }
  }
  return models
}

function addPredict(classify: Command, add: AddTo): void {
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
          segmenter: loadSegmenter(),
          catalogue: loadProductCatalogue(),
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
    paths = predictBelow(model, records, paths, {
      segmenter: loadSegmenter(),
      catalogue: loadProductCatalogue(),
    })
    return paths
  })
}

function addEvaluate(classify: Command, add: AddTo): void {
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
        const report = evaluateTable(
          model,
          records,
          { labelColumn: options.label },
          { segmenter: loadSegmenter(), catalogue: loadProductCatalogue() },
        )
        const columns = evaluatedColumns(records, options)
        const withLevels = await loadWithLevels(config.dataDir, options.model)
        const finer =
          columns.length < 2
            ? []
            : evaluateLevels(withLevels, records, columns, {
                segmenter: loadSegmenter(),
                catalogue: loadProductCatalogue(),
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

interface EvaluateArguments {
  model: string
  in: string
  label: string
  label2?: string
  label3?: string
}

/** The label columns of the levels that the file has, first level first. */
function evaluatedColumns(records: TextTable, { label, label2, label3 }: EvaluateArguments): string[] {
  const usual = (name: string): string | undefined =>
    records.columns.some((column) => column.trim() === name) ? name : undefined
  const second = label2 ?? usual('二级标签')
  const third = label3 ?? usual('三级标签')
  return [label, second, second === undefined ? undefined : third].filter((name) => name !== undefined)
}

/** The scores in one line. */
function summarise({ macroF1, accuracy, texts, ece }: EvaluationReport): string {
  const calibration = ece === null ? '' : `，校准误差 ${ece.toFixed(3)}`
  return `宏平均 F1 ${macroF1.toFixed(3)}，正确率 ${accuracy.toFixed(3)}，${texts} 条${calibration}`
}

/** Scores, the table per class, and which class was taken for which. */
export function describe(report: EvaluationReport): string {
  const percent = (share: number) => share.toFixed(3)
  const scores = report.perClass.map((one) => [
    one.label,
    one.support,
    percent(one.precision),
    percent(one.recall),
    percent(one.f1),
  ])
  const labels = report.perClass.map((one) => one.label)
  const confusion = report.confusion.map((row, index) => [labels[index] ?? '', ...row])
  return [
    summarise(report),
    '',
    table(['类别', '条数', '精确率', '召回率', 'F1'], scores),
    '',
    '混淆表（行为标注，列为预测）',
    table(['', ...labels], confusion),
  ].join('\n')
}
