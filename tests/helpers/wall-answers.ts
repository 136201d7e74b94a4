// wall-answers.ts OUT (--home DIR | FILE…): writes what the product answers a wall from a data home or from sample files.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runAnalysis } from '#analysis'
import { buildApp, createSignInLink } from '#api'
import type { WallSnapshot } from '#contract'
import { ingestPaths } from '#ingest'
import { openWarehouse, type Warehouse } from '#warehouse'

const now = () => new Date()

/** What the product answers a wall from sample files, read and analysed in a data home of their own. */
async function answersFromSamples(paths: readonly string[]): Promise<WallSnapshot> {
  const dataDir = await mkdtemp(join(tmpdir(), 'huizhi-stage-home-'))
  const warehouse = await openWarehouse({ dataDir, now })
  try {
    await ingestPaths(warehouse, paths, { dataDir, actor: 'test', now })
    const context = { warehouse, modelsDir: join(dataDir, 'models'), now: now(), log: () => undefined }
    await runAnalysis(context, { only: ['topics', 'budget'] })
    return await snapshotFrom(warehouse, dataDir)
  } finally {
    await warehouse.close()
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** What the product answers a wall from a data home that is there. */
async function answersFromHome(dataDir: string): Promise<WallSnapshot> {
  const warehouse = await openWarehouse({ dataDir, now })
  try {
    return await snapshotFrom(warehouse, dataDir)
  } finally {
    await warehouse.close()
  }
}

async function snapshotFrom(warehouse: Warehouse, dataDir: string): Promise<WallSnapshot> {
  const { app } = await buildApp({
    warehouse,
    ingest: async () => ({ loads: [], errors: [], notes: [] }),
    analyse: async () => undefined,
    retrain: async () => undefined,
    now,
    logger: false,
    distDir: join(dataDir, 'dist'),
    dataDir,
    uploadLimit: 1024,
    productVersion: '0',
    commands: {},
    localToken: 'of-this-reading',
  })
  try {
    const { token } = await createSignInLink(warehouse, { role: 'screen', now: now() })
    const signedIn = await app.inject({ method: 'POST', url: '/api/v1/session/link', payload: { token } })
    const cookie = String(signedIn.headers['set-cookie']).split(';', 1)[0] ?? ''
    const answer = await app.inject({ url: '/api/v1/wall/snapshot', headers: { cookie } })
    if (answer.statusCode !== 200) throw new Error(`snapshot refused: ${answer.statusCode}`)
    return answer.json<WallSnapshot>()
  } finally {
    await app.close()
  }
}

const [out = '', ...from] = process.argv.slice(2)
const answers = await (from[0] === '--home' ? answersFromHome(from[1] ?? '') : answersFromSamples(from))
await writeFile(out, JSON.stringify(answers))
