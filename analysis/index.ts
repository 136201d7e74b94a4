// The door of the analyses: jobs over the warehouse, and the pure cores that the command line uses on files.
export { runAnalysis, type JobName } from './jobs/all.ts'
export type { AnalysisContext, AnalysisJob, JobReport } from './jobs/job.ts'
