import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

/** One folder for what the browser tests of a run have in common. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'huizhi-samples-'))
  project.provide('sampleFolder', folder)
  return () => rm(folder, { recursive: true, force: true })
}
