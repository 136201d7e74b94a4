import { mkdir, readdir, readFile, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { writeWhole } from '#files'
import { IngestError } from '../errors.ts'
import type { Mapping } from './mapping.ts'
import { servesSame } from './match.ts'
import { parseMapping, readMappingFolder } from './read.ts'

/** A mapping file of the data home, as a list shows it. */
export interface StoredMapping {
  /** File name without its ending; names the mapping in addresses. */
  readonly id: string
  readonly mapping: Mapping
  readonly text: string
  readonly changedAt: Date
  /** Earlier texts that are kept, newest first. */
  readonly versions: readonly string[]
}

const ending = /\.(ya?ml|json)$/i
const versionsFolder = '.versions'

/** The mapping files of one data home: `mappings/<id>.yaml`, earlier versions under `mappings/.versions/<id>/`. */
export class MappingStore {
  private readonly folder: string

  constructor(dataDir: string) {
    this.folder = join(dataDir, 'mappings')
  }

  /** The readable ones by name; broken files are told beside them. */
  async list(): Promise<{ mappings: StoredMapping[]; errors: IngestError[] }> {
    const { errors } = await readMappingFolder(this.folder)
    const mappings: StoredMapping[] = []
    for (const file of await this.files()) {
      const stored = await this.read(file).catch(whenInvalid)
      if (stored) mappings.push(stored)
    }
    return { mappings, errors }
  }

  async find(id: string): Promise<StoredMapping | null> {
    const file = (await this.files()).find((name) => idOf(name) === id)
    return file === undefined ? null : this.read(file)
  }

  /**
   * Stores a mapping under an id, keeping what stood there; `now` names the version. Throws `mapping_invalid`
   * and stores nothing when the text is no mapping.
   */
  async save(id: string, text: string, now: Date): Promise<StoredMapping> {
    const name = safeId(id)
    parseMapping(text, `${name}.yaml`)
    await this.keepVersion(name, now)
    await writeWhole(join(this.folder, `${name}.yaml`), text)
    return this.read(`${name}.yaml`)
  }

  /** The id of the mapping that serves exactly these headers of this source, which a new one replaces; else a free one. */
  async idFor(mapping: Mapping): Promise<string> {
    const { mappings } = await this.list()
    const equal = mappings.find((stored) => servesSame(stored.mapping, mapping))
    return equal?.id ?? this.freeId(mapping.name)
  }

  /** An id for a name that is not yet taken by another mapping. */
  private async freeId(name: string): Promise<string> {
    const taken = new Set((await this.files()).map(idOf))
    const base = safeId(name)
    for (let copy = 1; ; copy++) {
      const id = copy === 1 ? base : `${base}-${copy}`
      if (!taken.has(id)) return id
    }
  }

  /** Takes a mapping out of use; its text stays among the versions. */
  async remove(id: string, now: Date): Promise<boolean> {
    return (await this.find(id)) !== null && (await this.keepVersion(id, now))
  }

  /** The text of an earlier version; null when there is none of that name. */
  async version(id: string, version: string): Promise<string | null> {
    const known = (await this.versionsOf(id)).includes(version)
    return known ? readFile(join(this.versionFolder(id), version), 'utf8') : null
  }

  private async files(): Promise<string[]> {
    const names = await readdir(this.folder).catch(() => [])
    return names.filter((name) => ending.test(name)).sort()
  }

  private async read(file: string): Promise<StoredMapping> {
    const path = join(this.folder, file)
    const text = await readFile(path, 'utf8')
    const id = idOf(file)
    const { mtime } = await stat(path)
    return {
      id,
      mapping: parseMapping(text, path),
      text,
      changedAt: mtime,
      versions: await this.versionsOf(id),
    }
  }

  /** Moves the present text of a mapping to its versions; false when there is none. */
  private async keepVersion(id: string, now: Date): Promise<boolean> {
    const file = (await this.files()).find((name) => idOf(name) === id)
    if (file === undefined) return false
    const folder = this.versionFolder(id)
    await mkdir(folder, { recursive: true })
    await rename(join(this.folder, file), join(folder, `${now.toISOString().replace(/\D/g, '')}.yaml`))
    return true
  }

  private async versionsOf(id: string): Promise<string[]> {
    const names = await readdir(this.versionFolder(id)).catch(() => [])
    return names.sort().reverse()
  }

  private versionFolder(id: string): string {
    return join(this.folder, versionsFolder, safeId(id))
  }
}

function idOf(file: string): string {
  return file.replace(ending, '')
}

/** A name that can only be a file in its folder. */
function safeId(name: string): string {
  const safe = name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}<>:"|?*/\\%#]/gu, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  return Array.from(safe).slice(0, 80).join('') || '映射'
}

function whenInvalid(error: unknown): null {
  if (error instanceof IngestError) return null
  throw error
}
