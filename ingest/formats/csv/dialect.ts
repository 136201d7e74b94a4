import { CsvParser, CsvSyntaxError } from './parse.ts'

const candidates = [',', '\t', ';', '|', '，'] as const

/**
 * The delimiter that splits the first lines most evenly into most columns.
 * A title line above the header or one broken line does not change the answer: the commonest width counts.
 */
export function detectDelimiter(sample: string): string {
  let best = { delimiter: ',', score: 0 }
  for (const delimiter of candidates) {
    const score = evenness(sample, delimiter)
    if (score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}

function evenness(sample: string, delimiter: string): number {
  const widths = rowWidths(sample, delimiter)
  const counts = new Map<number, number>()
  for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1)
  let score = 0
  for (const [width, rows] of counts)
    score = Math.max(score, (rows / widths.length) * Math.log2(width + 1) * (rows + 1))
  return score
}

function rowWidths(sample: string, delimiter: string): number[] {
  const parser = new CsvParser(delimiter, sample.length + 1)
  try {
    const rows = parser.push(sample)
    const complete = rows.length > 0 ? rows : parser.finish()
    return complete.slice(0, 200).map((row) => row.cells.length)
  } catch (error) {
    if (error instanceof CsvSyntaxError) return [1]
    throw error
  }
}
