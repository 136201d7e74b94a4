// The door of the analyses: jobs over the warehouse, and the pure cores that the command line uses on files.
export { runAnalysis, type JobName } from './jobs/all.ts'
export type { AnalysisContext, AnalysisJob, JobReport } from './jobs/job.ts'
export { loadSegmenter } from './jobs/lexicons.ts'
export { scoreReplies, type ScoredReply } from './jobs/replies.ts'
export {
  ClassifierError,
  crossValidate,
  evaluateTable,
  examplesOf,
  parseModel,
  predictTable,
  serialiseModel,
  trainFromTable,
  type ClassifierModel,
  type EvaluationReport,
  type TextTable,
} from './classify/index.ts'
