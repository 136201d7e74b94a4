import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Value } from 'typebox/value'
import { writeWhole } from '#files'
import { Job } from '../contract/index.ts'

const mostKept = 50

/** Finished jobs that refused something, `work/jobs/<job id>.json`: found again after a restart. */
export class RefusedJobs {
  readonly #folder: string

  constructor(dataDir: string) {
    this.#folder = join(dataDir, 'work', 'jobs')
  }

  /** Keeps the job when it refused a file or failed; the oldest beyond 50 go. */
  async keep(job: Job): Promise<void> {
    if (job.errors.length === 0 && job.failure === null) return
    await writeWhole(join(this.#folder, `${job.id}.json`), JSON.stringify(job))
    for (const name of (await this.#names()).slice(0, -mostKept)) await rm(join(this.#folder, name))
  }

  /** Oldest first. */
  async recall(): Promise<Job[]> {
    const jobs: Job[] = []
    for (const name of await this.#names()) {
      const value: unknown = JSON.parse(await readFile(join(this.#folder, name), 'utf8'))
      if (Value.Check(Job, value)) jobs.push(value)
    }
    return jobs
  }

  async #names(): Promise<string[]> {
    const names = await readdir(this.#folder).catch(() => [])
    return names.filter((name) => name.endsWith('.json')).sort()
  }
}
