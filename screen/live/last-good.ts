/** Keeps the last good snapshot in the browser, so that a reload or an outage shows data instead of a blank wall. */
export interface LastGoodStore<Snapshot> {
  read(): KeptSnapshot<Snapshot> | null
  keep(kept: KeptSnapshot<Snapshot>): void
}

export interface KeptSnapshot<Snapshot> {
  readonly snapshot: Snapshot
  /** Milliseconds since the epoch, by the server's clock, when the answer arrived. */
  readonly receivedAt: number
}

/**
 * A store on localStorage. A damaged or foreign entry reads as nothing kept; a full or forbidden storage keeps
 * nothing and the wall goes on from memory.
 * @param isSnapshot tells whether a parsed entry still has the shape this version draws
 */
export function createLastGoodStore<Snapshot>(
  storage: Storage,
  key: string,
  isSnapshot: (value: unknown) => value is Snapshot,
): LastGoodStore<Snapshot> {
  return {
    read() {
      const text = storage.getItem(key)
      if (text === null) return null
      const kept = parse(text)
      return isKept(kept, isSnapshot) ? kept : null
    },
    keep(kept) {
      try {
        storage.setItem(key, JSON.stringify(kept))
      } catch (error) {
        // Quota or privacy mode: memory still holds the data, only a reload during an outage would lose it.
        if (!(error instanceof DOMException)) throw error
      }
    },
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function isKept<Snapshot>(
  value: unknown,
  isSnapshot: (value: unknown) => value is Snapshot,
): value is KeptSnapshot<Snapshot> {
  if (typeof value !== 'object' || value === null) return false
  if (!('snapshot' in value) || !('receivedAt' in value)) return false
  return typeof value.receivedAt === 'number' && isSnapshot(value.snapshot)
}
