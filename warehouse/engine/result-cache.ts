/** Results of at most this many rows are kept; larger ones are only shared while they run. */
const maxRows = 2000
const maxEntries = 300

interface Sized {
  readonly rows: number
}

/**
 * Single-flight and a small cache for equal reads. The caller puts the published version into the key, so nothing
 * has to be invalidated; entries of old versions fall out by age.
 */
export class ResultCache<T extends Sized> {
  private readonly running = new Map<string, Promise<T>>()
  private readonly kept = new Map<string, T>()

  async get(key: string, compute: () => Promise<T>): Promise<T> {
    const known = this.kept.get(key)
    if (known) return known
    const running = this.running.get(key)
    if (running) return running
    const started = compute()
    this.running.set(key, started)
    try {
      const result = await started
      if (result.rows <= maxRows) this.keep(key, result)
      return result
    } finally {
      this.running.delete(key)
    }
  }

  private keep(key: string, result: T): void {
    this.kept.set(key, result)
    if (this.kept.size <= maxEntries) return
    const oldest = this.kept.keys().next()
    if (!oldest.done) this.kept.delete(oldest.value)
  }
}
