import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Folder of real files beside the repository; absent outside the team's own machines. */
const folder = join(import.meta.dirname, '..', '..', '..', 'shared', 'data')

/** The folder, or null with a message for the reader when it is absent. */
export function findRealData(say: (line: string) => void): string | null {
  if (existsSync(folder)) return folder
  say('未找到实测数据目录 ../shared/data，跳过实测。')
  return null
}

/** A mapping file for a foreign source, kept with the bench. */
export function mappingFile(name: string): string {
  return join(import.meta.dirname, '..', 'mappings', name)
}
