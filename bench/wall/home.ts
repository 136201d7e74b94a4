import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openWarehouse } from '#warehouse'
import { prepareDemo } from '../../cli/demo/prepare.ts'

/** Works on a data home that is there, or on one of its own with the samples read and analysed, removed afterwards. */
export async function withSampleHome(
  given: string | undefined,
  work: (dataDir: string) => Promise<void>,
): Promise<void> {
  if (given !== undefined) {
    await work(given)
    return
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'huizhi-wall-'))
  try {
    const warehouse = await openWarehouse({ dataDir })
    await prepareDemo({ warehouse, dataDir, now: () => new Date(), progress: console.error })
    await warehouse.close()
    await work(dataDir)
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}
