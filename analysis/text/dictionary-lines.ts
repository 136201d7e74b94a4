/** Told of a line `word rest`: where the word stands in the text, and where what follows it ends. */
export type DictionaryLine = (from: number, to: number, end: number) => void

/**
 * Reads a dictionary's lines where they stand: a string for each of some hundred thousand words would take most of the
 * time. Lines without a word or anything after it are passed over.
 */
export function eachDictionaryLine(dictionary: string, found: DictionaryLine): void {
  for (let from = 0; from < dictionary.length;) {
    const line = dictionary.indexOf('\n', from)
    const end = line === -1 ? dictionary.length : line
    const gap = dictionary.indexOf(' ', from)
    if (gap > from && gap < end) found(from, gap, end)
    from = end + 1
  }
}
