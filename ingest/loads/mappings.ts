import { join } from 'node:path'
import { readIfPresent, readTextIfPresent, writeWhole } from '#files'
import { IngestError } from '../errors.ts'
import type { Mapping } from '../mapping/mapping.ts'
import { parseMapping } from '../mapping/read.ts'

/** Keeps a mapping as it was when a file was loaded by it, under its fingerprint. */
export async function keepMapping(mapping: Mapping, dataDir: string): Promise<void> {
  const path = pathOf(mapping.fingerprint, dataDir)
  if ((await readIfPresent(path)) !== null) return
  await writeWhole(path, mapping.text)
}

/** The mapping of a fingerprint as it was kept; null when there is none. Errors: IngestError `mapping_invalid`. */
export async function keptMapping(fingerprint: string, dataDir: string): Promise<Mapping | null> {
  const text = await readTextIfPresent(pathOf(fingerprint, dataDir))
  // The name is part of the fingerprint: name#hash.
  return text === null ? null : parseMapping(text, `${fingerprint.replace(/#[0-9a-f]+$/, '')}.yaml`)
}

function pathOf(fingerprint: string, dataDir: string): string {
  if (/[/\\\0]|^\.+$/.test(fingerprint))
    throw new IngestError('mapping_invalid', '映射文件的名称里有不能用的字符。', fingerprint)
  return join(dataDir, 'archive', 'mappings', fingerprint)
}
