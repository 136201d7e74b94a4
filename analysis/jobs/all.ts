import { budgetJob } from './budget.ts'
import type { AnalysisContext, AnalysisJob, JobReport } from './job.ts'
import { measuresJob } from './measures.ts'
import { namesJob } from './names.ts'
import { repliesJob } from './replies.ts'
import { mattersJob } from './matters.ts'
import { runJobs } from './run.ts'
import { topicsJob } from './topics.ts'
import { voicesJob } from './voices.ts'

/** Every analysis, in the order they run: a job may read what an earlier one wrote. */
const jobs: readonly AnalysisJob[] = [
  namesJob,
  voicesJob,
  mattersJob,
  topicsJob,
  repliesJob,
  budgetJob,
  measuresJob,
]

export type JobName = 'names' | 'voices' | 'matters' | 'topics' | 'replies' | 'budget' | 'measures'

/**
 * Brings the analyses up to date; those whose input has not changed are skipped.
 * @param options.only run these and the jobs they build on; `force` runs them even when nothing changed
 */
export async function runAnalysis(
  context: AnalysisContext,
  options: { force?: boolean; only?: readonly JobName[] } = {},
): Promise<JobReport[]> {
  const { only, ...rest } = options
  if (only === undefined) return runJobs(jobs, context, rest)
  const wanted = new Set<string>(only)
  for (const job of [...jobs].reverse())
    if (wanted.has(job.name)) for (const earlier of job.after ?? []) wanted.add(earlier)
  return runJobs(
    jobs.filter((job) => wanted.has(job.name)),
    context,
    rest,
  )
}
