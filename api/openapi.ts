import { join } from 'node:path'
import type { Warehouse } from '#warehouse'
import { buildApp } from './app.ts'

const nowhere = join(import.meta.dirname, 'none')

/**
 * The OpenAPI document of this version, as kept in `api/openapi.json`. The routes are the same whatever the data, so
 * any open warehouse will do; it is not read.
 */
export async function generateOpenApi(warehouse: Warehouse, productVersion: string): Promise<string> {
  const { app } = await buildApp({
    warehouse,
    ingest: async () => ({ loads: [], errors: [], notes: [] }),
    analyse: async () => undefined,
    retrain: async () => undefined,
    now: () => new Date(0),
    logger: false,
    distDir: nowhere,
    dataDir: nowhere,
    uploadLimit: 1,
    productVersion,
    commands: {},
    localToken: null,
  })
  try {
    await app.ready()
    return `${JSON.stringify(app.swagger(), null, 2)}\n`
  } finally {
    await app.close()
  }
}
