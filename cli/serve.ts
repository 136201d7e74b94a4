import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pino } from 'pino'
import { closeOnSignals, createServer, type Server } from '#api'
import { readSecret, type AppConfig } from '#config'
import { ingestPaths } from '#ingest'
import { retrainClasses, runAnalysis } from '#analysis'
import type { Warehouse } from '#warehouse'
import { localHandlers } from './commands/index.ts'
import { analysisContext } from './commands/analysis-context.ts'

const root = join(import.meta.dirname, '..')

/**
 * Starts listening over an open warehouse, which the server owns from then on: Ctrl-C ends the streams and jobs, then
 * closes it.
 */
export async function startServer(
  warehouse: Warehouse,
  config: AppConfig,
  now: () => Date,
  progress: (line: string) => void,
): Promise<Server> {
  const context = { warehouse, dataDir: config.dataDir, now }
  const logger = pino({ level: config.logLevel }, pino.destination(2))
  const server = await createServer({
    ...config,
    warehouse,
    now,
    secret: readSecret,
    logger,
    distDir: join(root, 'dist'),
    productVersion: await productVersion(),
    ingest: (paths, options) => ingestPaths(warehouse, paths, { ...options, dataDir: config.dataDir, now }),
    analyse: async (signal) => {
      const log = (line: string) => {
        logger.info(line)
      }
      await runAnalysis({ ...analysisContext({ ...context, progress: log }), signal })
    },
    retrain: async (actor, signal) => {
      const log = (line: string) => {
        logger.info(line)
      }
      await retrainClasses({ ...analysisContext({ ...context, progress: log }), signal }, actor)
    },
    commands: localHandlers(context),
  })
  closeOnSignals(server, () => {
    progress('正在停止…')
  })
  return server
}

async function productVersion(): Promise<string> {
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
  return manifest.version
}
