import { createClassReader, type ClassAids, type ClassConfig } from './class-reader.ts'
import { evaluateClassifier, type EvaluationReport } from './evaluate.ts'
import { readLetter } from './letter.ts'
import { parseModel } from './model-file.ts'
import { findColumn, lowerExamplesOf, type TextTable } from './table.ts'

/** Stands where no level was found. */
const NONE = '（无）'

/**
 * Scores the second and the third level as voices get them (by labels, neighbours or the catalogue's words), each on
 * the rows labelled down to it. Labels are whole paths: a letter put under the wrong first level is wrong below it too.
 * @param levelColumns first level first; two or three
 * @returns one report per level from the second on
 * @throws {ClassifierError} for an unknown column or a damaged model
 */
export function evaluateLevels(
  config: ClassConfig,
  table: TextTable,
  levelColumns: readonly string[],
  aids: ClassAids,
): EvaluationReport[] {
  const { fields } = parseModel(config.bytes)
  const present = fields.filter((field) => findColumn(table.columns, field) !== -1)
  const read = createClassReader(config, aids)
  const judged = lowerExamplesOf(table, present, levelColumns).map(({ text, label }) => {
    const letter = readLetter(text, fields, aids.segmenter)
    const row = read({ id: '', title: letter.title, body: letter.body }, letter.words)
    return { gold: label.split('/'), predicted: [row.level_1, row.level_2, row.level_3] }
  })
  return levelColumns.slice(1).map((_column, at) => {
    const depth = at + 2
    const labelled = judged.filter(({ gold }) => gold.length >= depth)
    return evaluateClassifier(
      labelled.map(({ gold, predicted }) => ({
        gold: gold.slice(0, depth).join('/'),
        predicted: predicted
          .slice(0, depth)
          .map((level) => level ?? NONE)
          .join('/'),
      })),
    )
  })
}
