import { createClassifier, type Classification, type ClassifyOptions } from './classify.ts'
import { evaluateClassifier, type EvaluationReport } from './evaluate.ts'
import type { Example, TextFields } from './example.ts'
import { readLetter } from './letter.ts'
import { ClassifierError, type ClassifierModel } from './model.ts'
import { trainClassifier, type TrainOptions } from './train.ts'

/** A file as it was read: header and rows of text. */
export interface TextTable {
  columns: readonly string[]
  rows: readonly (readonly (string | null)[])[]
}

export interface TableColumns {
  textColumns: readonly string[]
  labelColumn: string
  /** Columns of the levels above: labels become paths, `一级/二级`; rows with a gap are left out. */
  parentColumns?: readonly string[]
}

/** Names by which the title and the body of a letter are known, so that a model fits files with other headers. */
const SAME_COLUMNS = [
  ['留言主题', '标题', '主题', '工单标题', '案由', '诉求标题', 'title'],
  ['留言详情', '内容', '详情', '留言内容', '工单内容', '建议内容', '意见内容', '诉求内容', 'body'],
] as const

/** Trains on a table's rows; rows with a blank label are left out. @throws {ClassifierError} for an unknown column. */
export function trainFromTable(
  table: TextTable,
  columns: TableColumns,
  options: Omit<TrainOptions, 'fields'>,
): ClassifierModel {
  return trainClassifier(examplesOf(table, columns), { ...options, fields: columns.textColumns })
}

/** The labelled rows of a table as examples. @throws {ClassifierError} for an unknown column. */
export function examplesOf(table: TextTable, columns: TableColumns): Example[] {
  const levels = [...(columns.parentColumns ?? []), columns.labelColumn].map((name) =>
    requireColumn(table, name),
  )
  const texts = textsOf(table, columns.textColumns)
  return table.rows.flatMap((row, index) => {
    const path = levels.map((column) => row[column]?.trim() ?? '')
    const text = texts[index]
    return path.includes('') || text === undefined ? [] : [{ text, label: path.join('/') }]
  })
}

/**
 * The rows of a table that are labelled below the first level, each with its path down to its last label:
 * `一级/二级` or `一级/二级/三级`.
 * @param levelColumns first level first
 * @throws {ClassifierError} for an unknown column.
 */
export function lowerExamplesOf(
  table: TextTable,
  textColumns: readonly string[],
  levelColumns: readonly string[],
): Example[] {
  const levels = levelColumns.map((name) => requireColumn(table, name))
  const texts = textsOf(table, textColumns)
  return table.rows.flatMap((row, index) => {
    const names = levels.map((column) => row[column]?.trim() ?? '')
    const path = names.slice(0, names.includes('') ? names.indexOf('') : names.length)
    const text = texts[index]
    return path.length < 2 || text === undefined ? [] : [{ text, label: path.join('/') }]
  })
}

/**
 * Classifies every row, in order. The model's text columns are found by name, or by a name known to mean the same;
 * a label column, filled or blank, is not looked at.
 * @throws {ClassifierError} when none of the model's columns is there.
 */
export function predictTable(
  model: ClassifierModel,
  table: TextTable,
  options: ClassifyOptions & { onProgress?: (rows: number) => void },
): Classification[] {
  const places = model.fields.map((field) => findColumn(table.columns, field))
  if (places.every((place) => place === -1)) throw missing(model.fields)
  const classifier = createClassifier(model, { ...options, words: options.words ?? 0 })
  return table.rows.map((row, index) => {
    if (index % 1000 === 0) options.onProgress?.(index)
    const text = Object.fromEntries(model.fields.map((field, at) => [field, row[places[at] ?? -1] ?? '']))
    return classifier.classify(text)
  })
}

/** For each row the best label below its path, in order; an empty text where the model has none there. */
export function predictBelow(
  model: ClassifierModel,
  table: TextTable,
  paths: readonly string[],
  options: ClassifyOptions,
): string[] {
  const places = model.fields.map((field) => findColumn(table.columns, field))
  const classifier = createClassifier(model, { ...options, words: 0 })
  return table.rows.map((row, index) => {
    const text = Object.fromEntries(model.fields.map((field, at) => [field, row[places[at] ?? -1] ?? '']))
    const letter = readLetter(text, model.fields, options.segmenter)
    return classifier.classifyBelow(paths[index] ?? '', letter)?.label ?? ''
  })
}

/** Predicts the labelled rows of a table and scores the predictions. @throws {ClassifierError} as `predictTable`. */
export function evaluateTable(
  model: ClassifierModel,
  table: TextTable,
  columns: { labelColumn: string },
  options: ClassifyOptions,
): EvaluationReport {
  const label = requireColumn(table, columns.labelColumn)
  const rows = table.rows.filter((row) => (row[label]?.trim() ?? '') !== '')
  const predictions = predictTable(model, { columns: table.columns, rows }, options)
  return evaluateClassifier(
    predictions.map((prediction, index) => ({
      gold: rows[index]?.[label]?.trim() ?? '',
      predicted: prediction.label,
      confidence: prediction.confidence,
    })),
  )
}

/** The named text columns of every row. @throws {ClassifierError} for an unknown column. */
export function textsOf(table: TextTable, textColumns: readonly string[]): TextFields[] {
  const places = textColumns.map((name) => [name, requireColumn(table, name)] as const)
  return table.rows.map((row) => Object.fromEntries(places.map(([name, place]) => [name, row[place] ?? ''])))
}

function requireColumn(table: TextTable, name: string): number {
  const place = findColumn(table.columns, name)
  if (place === -1) throw missing([name])
  return place
}

/** Place of a column by its name, or by a name known to mean the same; -1 for none. */
export function findColumn(columns: readonly string[], name: string): number {
  const trimmed = columns.map((column) => column.trim())
  const exact = trimmed.indexOf(name.trim())
  if (exact !== -1) return exact
  const synonyms: readonly string[] =
    SAME_COLUMNS.find((group) => (group as readonly string[]).includes(name)) ?? []
  return trimmed.findIndex((column) => synonyms.includes(column))
}

function missing(names: readonly string[]): ClassifierError {
  return new ClassifierError(
    'CLS_COLUMN_MISSING',
    `文件里没有“${names.join('、')}”列：请检查表头，或改用正确的列名。`,
  )
}
