import { budgetJob } from './budget.ts'
import type { AnalysisContext, AnalysisJob, JobReport } from './job.ts'
import { runJobs } from './run.ts'

/** Every analysis, in the order they run: topics use the classes, nothing uses the budget findings yet. */
const jobs: readonly AnalysisJob[] = [budgetJob]

export type JobName = 'classify' | 'topics' | 'replies' | 'budget'

/**
 * Brings the analyses up to date; those whose input has not changed are skipped.
 * @param options.only run these alone; `force` runs them even when nothing changed
 */
export async function runAnalysis(
  context: AnalysisContext,
  options: { force?: boolean; only?: readonly JobName[] } = {},
): Promise<JobReport[]> {
  const { only, ...rest } = options
  const chosen =
    only === undefined ? jobs : jobs.filter((job) => (only as readonly string[]).includes(job.name))
  return runJobs(chosen, context, rest)
}
