/** A binary heap; `before(a, b)` says that a leaves first and must be a strict total order for a repeatable result. */
export class Heap<T> {
  readonly #items: T[] = []
  readonly #before: (a: T, b: T) => boolean

  constructor(before: (a: T, b: T) => boolean) {
    this.#before = before
  }

  get size(): number {
    return this.#items.length
  }

  push(item: T): void {
    const items = this.#items
    let index = items.length
    items.push(item)
    while (index > 0) {
      const parent = (index - 1) >> 1
      const above = items[parent]
      if (above === undefined || !this.#before(item, above)) break
      items[index] = above
      index = parent
    }
    items[index] = item
  }

  pop(): T | undefined {
    const items = this.#items
    const first = items[0]
    const last = items.pop()
    if (items.length === 0 || last === undefined) return first
    let index = 0
    for (;;) {
      const child = this.#firstChild(index)
      const below = items[child]
      if (below === undefined || !this.#before(below, last)) break
      items[index] = below
      index = child
    }
    items[index] = last
    return first
  }

  #firstChild(index: number): number {
    const left = 2 * index + 1
    const a = this.#items[left]
    const b = this.#items[left + 1]
    return a !== undefined && b !== undefined && this.#before(b, a) ? left + 1 : left
  }
}
