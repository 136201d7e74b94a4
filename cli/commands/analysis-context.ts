import { join } from 'node:path'
import type { AnalysisContext } from '#analysis'
import type { CommandContext } from '../command.ts'

/** What the analysis jobs need of a command's context. */
export function analysisContext({ warehouse, dataDir, now, progress }: CommandContext): AnalysisContext {
  return { warehouse, modelsDir: join(dataDir, 'models'), now: now(), log: progress }
}
