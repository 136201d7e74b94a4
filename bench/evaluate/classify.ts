import { join } from 'node:path'
import { catalogueFromRows, type Catalogue, type Crosswalk } from '../../analysis/catalogue/index.ts'
import {
  coldStartClassifier,
  evaluateClassifier,
  examplesOf,
  parseModel,
  predictTable,
  serialiseModel,
  trainFromTable,
  type EvaluationReport,
  type Example,
  type TextTable,
} from '../../analysis/classify/index.ts'
import { judgeOutOfFold, type UnseenPrediction } from '../../analysis/classify/cross-validate.ts'
import { fitLinear } from '../../analysis/classify/fit.ts'
import { scoreCounted } from '../../analysis/classify/score-counted.ts'
import { bestOf } from '../../analysis/classify/calibrate.ts'
import { prepare, scoreOutOfFold, type Prepared } from '../../analysis/classify/train.ts'
import { loadLetterCrosswalk, loadProductCatalogue } from '../../analysis/jobs/catalogue.ts'
import { loadSegmenter } from '../../analysis/jobs/lexicons.ts'
import { readRecords } from '#ingest'
import { processorSeconds } from '../process-use.ts'

const FOLDS = 5

export const columns = { textColumns: ['留言主题', '留言详情'], labelColumn: '一级标签' }

/** The labelled letters of the real data, and an office's catalogue as rows of a workbook. */
export async function readLetters(folder: string): Promise<{ letters: TextTable; catalogue: Catalogue }> {
  const letters = await readRecords(join(folder, 'petitions', 'labelled-messages.csv'))
  const rows = await readRecords(join(folder, 'petitions', '附件1.xlsx'))
  return { letters, catalogue: catalogueFromRows(rows.columns, rows.rows, '附件1') }
}

/** Predictions of every letter by models that had not seen it or its copies. */
export function predictUnseen(letters: TextTable): { prepared: Prepared; unseen: UnseenPrediction[] } {
  const options = {
    segmenter: loadSegmenter(),
    catalogue: loadProductCatalogue(),
    fields: columns.textColumns,
    folds: FOLDS,
  }
  const prepared = prepare(examplesOf(letters, columns), options)
  return {
    prepared,
    unseen: judgeOutOfFold(scoreOutOfFold(prepared, options), prepared.folds, prepared.labels),
  }
}

/** The published baseline on the same folds: one linear SVM on character 1–3-gram tf-idf of the whole letter. */
export function predictBaseline(prepared: Prepared, fold: number): EvaluationReport {
  const rows = prepared.texts.map((_, row) => row)
  const seen = rows.filter((row) => prepared.folds[row] !== fold)
  const label = (row: number): string => prepared.labels[prepared.targets[row] ?? 0] ?? ''
  const fit = fitLinear(
    seen.flatMap((row) => prepared.texts.slice(row, row + 1)),
    seen.map((row) => prepared.targets[row] ?? 0),
    prepared.labels.length,
    {
      vocabulary: { leastTexts: 2, mostShare: 1, mostGrams: 1_000_000 },
      members: [
        {
          blocks: { title: [0, 0, 0], letter: [0, 1, 0] },
          scaled: false,
          svm: { cost: 1, passes: 10, tolerance: 0.1, seed: 1 },
          share: 1,
        },
      ],
    },
  )
  return evaluateClassifier(
    rows
      .filter((row) => prepared.folds[row] === fold)
      .flatMap((row) =>
        prepared.texts.slice(row, row + 1).map((text) => ({
          gold: label(row),
          predicted: prepared.labels[bestOf(scoreCounted(fit, text))] ?? '',
        })),
      ),
  )
}

/** Macro-F1 of the published baseline on every fold, each by a model that had not seen it. */
export function baselineOf(letters: TextTable): number {
  const options = { segmenter: loadSegmenter(), fields: columns.textColumns, folds: FOLDS }
  const prepared = prepare(examplesOf(letters, columns), { ...options, catalogue: loadProductCatalogue() })
  const folds = Array.from({ length: FOLDS }, (_, fold) => predictBaseline(prepared, fold).macroF1)
  return folds.reduce((sum, score) => sum + score, 0) / FOLDS
}

/** A classifier that never saw a label, judged by the labels it never saw. */
export function judgeColdStart(
  letters: TextTable,
  catalogue: Catalogue,
  crosswalk?: Crosswalk,
): EvaluationReport {
  const examples = examplesOf(letters, columns)
  const segmenter = loadSegmenter()
  const model = coldStartClassifier({
    catalogue,
    ...(crosswalk ? { crosswalk } : {}),
    labels: [...new Set(examples.map((example) => example.label))],
    texts: examples.map((example) => example.text),
    fields: columns.textColumns,
    segmenter,
  })
  const rows = examples.map((example) => columns.textColumns.map((name) => example.text[name] ?? ''))
  return evaluateClassifier(
    predictTable(model, { columns: columns.textColumns, rows }, { segmenter }).map((one, row) => ({
      gold: examples[row]?.label ?? '',
      predicted: one.label,
    })),
  )
}

/** The product's catalogue on the same letters, through the declared crosswalk. */
export function judgeProductCatalogue(letters: TextTable): EvaluationReport {
  return judgeColdStart(letters, loadProductCatalogue(), loadLetterCrosswalk())
}

/** CPU seconds of a whole training, and letters per CPU second of prediction with and without deciding words. */
export function clockClassifier(letters: TextTable): {
  train: number
  plain: number
  explained: number
  bytes: number
} {
  const aids = { segmenter: loadSegmenter(), catalogue: loadProductCatalogue() }
  const [bytes, train] = cpuSeconds(() => serialiseModel(trainFromTable(letters, columns, aids)))
  const model = parseModel(bytes)
  const sample = { columns: letters.columns, rows: letters.rows.slice(0, 2000) }
  const [, plain] = cpuSeconds(() => predictTable(model, sample, aids))
  const [, explained] = cpuSeconds(() => predictTable(model, sample, { ...aids, words: 5 }))
  return {
    train,
    plain: sample.rows.length / plain,
    explained: sample.rows.length / explained,
    bytes: bytes.length,
  }
}

/** CPU time, because wall time on a shared machine measures its other work. */
function cpuSeconds<T>(work: () => T): [T, number] {
  const before = processorSeconds()
  const result = work()
  return [result, processorSeconds() - before]
}

export type { Example }
