import { budgetJob } from './budget.ts'
import { classifyJob } from './classify.ts'
import type { AnalysisContext, AnalysisJob, JobReport } from './job.ts'
import { runJobs } from './run.ts'
import { topicsJob } from './topics.ts'

/** Every analysis, in the order they run: topics name the classes of their voices. */
const jobs: readonly AnalysisJob[] = [classifyJob, topicsJob, budgetJob]

export type JobName = 'classify' | 'topics' | 'budget'

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
