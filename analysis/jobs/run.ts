import { jobQueries } from '#warehouse'
import type { AnalysisContext, AnalysisJob, JobReport } from './job.ts'

/**
 * Runs the jobs whose input changed since their last result, in the order given (a job may read what an earlier one
 * wrote). A job that fails stops the run: later results would rest on a missing one.
 */
export async function runJobs(
  jobs: readonly AnalysisJob[],
  context: AnalysisContext,
  options: { force?: boolean } = {},
): Promise<JobReport[]> {
  const reports: JobReport[] = []
  for (const job of jobs) {
    context.signal?.throwIfAborted()
    const plan = await job.plan(context)
    const fingerprint = `${await context.warehouse.fingerprint(job.reads)}/${plan.version}`
    const [last] = await context.warehouse.query(jobQueries.lastRun, { job: job.name })
    if (options.force !== true && last?.input_fingerprint === fingerprint) {
      reports.push({ name: job.name, rows: null, skipped: true })
      continue
    }
    const { rows } = await plan.run(fingerprint, { anew: options.force === true })
    reports.push({ name: job.name, rows, skipped: false })
  }
  return reports
}
