import { IngestError } from '../../errors.ts'
import type { Source } from '../declare/source.ts'
import { watchedFolder } from '../run/run-source.ts'
import { isSidecar } from '../../reconcile/sidecar.ts'
import { lookInto, settled, type FolderLook } from './pick-up.ts'

/** Looks at watched folders again and again; tells when files lie there that nobody is writing to any more. */
export class FolderWatch {
  private readonly looks = new Map<string, FolderLook>()
  /** Sidecars already told of, by folder, name and state: they may wait for their data file for long. */
  private readonly told = new Set<string>()

  /**
   * True when a data file looks as it did the last time, and once for a sidecar that does. A folder that cannot be read
   * waits for its planned run.
   */
  async hasArrivals(dataDir: string, source: Source): Promise<boolean> {
    const { folder, isOurs } = watchedFolder(dataDir, source)
    try {
      const before = this.looks.get(source.name) ?? new Map<string, string>()
      const after = await lookInto(folder, isOurs)
      this.looks.set(source.name, after)
      const still = settled(before, after)
      const isNews = still
        .filter(isSidecar)
        .map((name) => this.tell(`${folder}/${name}:${after.get(name) ?? ''}`))
      return still.some((name) => !isSidecar(name)) || isNews.includes(true)
    } catch (error) {
      if (error instanceof IngestError) return false
      throw error
    }
  }

  /** False for what was told before. */
  private tell(key: string): boolean {
    const isNew = !this.told.has(key)
    this.told.add(key)
    return isNew
  }
}
