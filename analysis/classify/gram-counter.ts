/** A text as counted features: `ids` are 32-bit hashes, `counts` how often each occurs, one block per field and kind. */
export interface BlockCounts {
  ids: Uint32Array
  counts: Float32Array
}

const FIRST_SIZE = 1 << 12

/**
 * Counts hashes in one reused open-addressing table: a JavaScript Map boxes keys above 2³¹ and costs several times
 * as much. A slot belongs to the current text when its stamp is the current one, so nothing is cleared between texts.
 */
export class GramCounter {
  private keys: Uint32Array
  private counts: Uint32Array
  private stamps: Uint32Array
  private used: Uint32Array
  private size = 0
  private stamp = 0

  /** @param slots room to begin with, a power of two; it grows as needed */
  constructor(slots = FIRST_SIZE) {
    this.keys = new Uint32Array(slots)
    this.counts = new Uint32Array(slots)
    this.stamps = new Uint32Array(slots)
    this.used = new Uint32Array(slots)
  }

  /** Forgets everything counted. */
  start(): void {
    this.size = 0
    this.stamp++
  }

  add(id: number): void {
    let slot = this.slotOf(id)
    if (this.stamps[slot] === this.stamp) {
      this.counts[slot] = (this.counts[slot] ?? 0) + 1
      return
    }
    if (this.size * 2 >= this.keys.length) {
      this.grow()
      slot = this.slotOf(id)
    }
    this.put(slot, id, 1)
  }

  /** What was counted, in the order of first occurrence. */
  take(): BlockCounts {
    const ids = new Uint32Array(this.size)
    const counts = new Float32Array(this.size)
    for (let place = 0; place < this.size; place++) {
      const slot = this.used[place] ?? 0
      ids[place] = this.keys[slot] ?? 0
      counts[place] = this.counts[slot] ?? 0
    }
    return { ids, counts }
  }

  private slotOf(id: number): number {
    const mask = this.keys.length - 1
    let slot = id & mask
    while (this.stamps[slot] === this.stamp && this.keys[slot] !== id) slot = (slot + 1) & mask
    return slot
  }

  private put(slot: number, id: number, count: number): void {
    this.keys[slot] = id
    this.counts[slot] = count
    this.stamps[slot] = this.stamp
    this.used[this.size++] = slot
  }

  private grow(): void {
    const { ids, counts } = this.take()
    const length = this.keys.length * 2
    this.keys = new Uint32Array(length)
    this.counts = new Uint32Array(length)
    this.stamps = new Uint32Array(length)
    this.used = new Uint32Array(length)
    this.size = 0
    this.stamp = 1
    for (const [place, id] of ids.entries()) this.put(this.slotOf(id), id, counts[place] ?? 0)
  }
}
