export { crossValidate, type BucketScores, type CrossValidation } from './measure.ts'
export { trainClassifier, type TrainOptions } from './train.ts'
export {
  classify,
  createClassifier,
  type Alternative,
  type Classification,
  type Classifier,
  type ClassifyOptions,
} from './classify.ts'
export { evaluateClassifier, type ClassScore, type EvaluationReport, type Judged } from './evaluate.ts'
export { evaluateLevels } from './evaluate-levels.ts'
export { coldStartClassifier, type ColdStartOptions } from './cold-start.ts'
export { createNodeFinder, type NodeFinder } from './node-finder.ts'
export { parseModel, serialiseModel } from './model-file.ts'
export {
  evaluateTable,
  examplesOf,
  lowerExamplesOf,
  predictBelow,
  predictTable,
  trainFromTable,
  type TableColumns,
  type TextTable,
} from './table.ts'
export type { Example, TextFields } from './example.ts'
export { pickLevelExamples, type LevelExample } from './level-examples.ts'
export { ClassifierError, type Bucket, type ClassifierModel } from './model.ts'
export { createClassReader, type ClassAids, type ClassConfig, type ClassRow } from './class-reader.ts'
export {
  requireDecisions,
  retrainClassifier,
  type DecidedText,
  type Retrained,
  type RetrainEffect,
} from './retrain.ts'
