// The door of the analyses: jobs over the warehouse, and the pure cores that the command line uses on files.
export { runAnalysis, type JobName } from './jobs/all.ts'
export type { AnalysisContext, AnalysisJob, JobReport } from './jobs/job.ts'
export { loadProductCatalogue, loadSpendingCrosswalk } from './jobs/catalogue.ts'
export { sentenceAround, suggestTargets } from './extract/index.ts'
export { retrainClasses, type RetrainReport } from './jobs/retrain.ts'
export { classChoices } from './jobs/class-choices.ts'
export { crosswalkFor } from './jobs/class-crosswalk.ts'
export { finerName, loadTrainedModel, readFiner } from './jobs/voice-model.ts'
export { labelledLevelsName } from './jobs/level-store.ts'
export { readModelBytes, writeExamples, writeModelBytes } from './jobs/model-store.ts'
export { loadSegmenter } from './jobs/lexicons.ts'
export { SimilarSearch, type SearchState } from './jobs/similar-search.ts'
export { differenceOf, type DifferencePart } from './matters/index.ts'
export { familyOf, promisesOf, type Family } from './search/index.ts'
export { trainReplies, type ReplyLabel, type ReplyTraining } from './jobs/train-replies.ts'
export { rankGroups, type RankedGroup } from './replies/index.ts'
export {
  ClassifierError,
  crossValidate,
  evaluateLevels,
  evaluateTable,
  examplesOf,
  lowerExamplesOf,
  parseModel,
  predictBelow,
  predictTable,
  serialiseModel,
  trainFromTable,
  type ClassConfig,
  type ClassifierModel,
  type Example,
  type EvaluationReport,
  type TextTable,
} from './classify/index.ts'
export {
  BudgetSettingError,
  checkDisclosure,
  demandAgainstMoney,
  forecastYearEnd,
  linesOf,
  parseCents,
  toDecimal,
  wholeMonthOf,
  type DisclosureReport,
  inForceFrom,
  type Backtest,
  type ThresholdChange,
  type ThresholdTrial,
  type YearEndForecast,
} from './budget/index.ts'
export { backtestThreshold } from './jobs/backtest.ts'
export {
  proposeThreshold,
  readRuleThresholds,
  settleThreshold,
  type RuleThresholds,
  type ThresholdContext,
} from './jobs/threshold-desk.ts'
export { ThresholdError, thresholdErrors, type ThresholdErrorCode } from './jobs/threshold-errors.ts'
