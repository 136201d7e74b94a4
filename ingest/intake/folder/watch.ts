import { IngestError } from '../../errors.ts'
import type { Source } from '../declare/source.ts'
import { watchedFolder } from '../run/run-source.ts'
import { isSidecar } from './names.ts'
import { lookInto, settled, type FolderLook } from './pick-up.ts'

/** Looks at watched folders again and again; tells when files lie there that nobody is writing to any more. */
export class FolderWatch {
  private readonly looks = new Map<string, FolderLook>()

  /** True when a data file looks as it did the last time. A folder that cannot be read waits for its planned run. */
  async hasArrivals(dataDir: string, source: Source): Promise<boolean> {
    const { folder, isOurs } = watchedFolder(dataDir, source)
    try {
      const before = this.looks.get(source.name) ?? new Map<string, string>()
      const after = await lookInto(folder, isOurs)
      this.looks.set(source.name, after)
      return settled(before, after).some((name) => !isSidecar(name))
    } catch (error) {
      if (error instanceof IngestError) return false
      throw error
    }
  }
}
