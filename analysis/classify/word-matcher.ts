/** Told the place of a word in the list and where in the text it stands. */
export type Found = (place: number, start: number) => void

/**
 * Finds given words in a text wherever they stand, also inside longer words, in one pass: the first two characters
 * lead through a hash table to the few words that begin with them.
 */
export class WordMatcher {
  private readonly words: readonly string[]
  /** Slot → first entry, entry → place of the word, entry → next entry; -1 ends. */
  private readonly heads: Int32Array
  private readonly next: Int32Array
  private readonly mask: number

  /** @param words each at least two characters long */
  constructor(words: readonly string[]) {
    this.words = words
    let size = 1024
    while (size < words.length * 4) size *= 2
    this.mask = size - 1
    this.heads = new Int32Array(size).fill(-1)
    this.next = new Int32Array(words.length).fill(-1)
    for (let place = words.length - 1; place >= 0; place--) {
      const word = words[place] ?? ''
      const slot = this.slotOf(word.charCodeAt(0), word.charCodeAt(1))
      this.next[place] = this.heads[slot] ?? -1
      this.heads[slot] = place
    }
  }

  scan(text: string, found: Found): void {
    let first = text.charCodeAt(0)
    for (let start = 0; start + 1 < text.length; start++) {
      const second = text.charCodeAt(start + 1)
      let place = this.heads[this.slotOf(first, second)] ?? -1
      for (; place !== -1; place = this.next[place] ?? -1) {
        if (text.startsWith(this.words[place] ?? '', start)) found(place, start)
      }
      first = second
    }
  }

  private slotOf(first: number, second: number): number {
    const mixed = Math.imul((first << 16) ^ second, 0x9e3779b1)
    return (mixed ^ (mixed >>> 15)) & this.mask
  }
}
