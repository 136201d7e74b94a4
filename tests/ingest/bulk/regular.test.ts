import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CsvParser, CsvSyntaxError } from '../../../ingest/formats/csv/parse.ts'
import { RegularText } from '../../../ingest/formats/csv/regular.ts'

function linesOf(text: string, delimiter = ','): number | null {
  const regular = new RegularText(delimiter)
  const bytes = Buffer.from(text)
  // Two halves, as files come in pieces.
  const middle = bytes.length >> 1
  regular.add(bytes.subarray(0, middle))
  regular.add(bytes.subarray(middle))
  return regular.finish()
}

describe('a regular text', () => {
  it.each([
    ['甲,乙\n1,2\n', 2],
    ['甲,乙\r\n1,2', 2],
    ['甲,乙\r\n"1,234.50","说""是"""\r\n\r\n\r\n', 2],
    ['甲\t乙\n"1\t2"\t3\n', null],
    ['', 0],
  ])('%j has %s lines', (text, lines) => {
    expect(linesOf(text)).toBe(lines)
  })

  it.each([
    ['an empty line between others', '甲,乙\n\n1,2\n'],
    ['a line break inside quotes', '甲,乙\n"1\n2",3\n'],
    ['a quote inside a cell', '甲,乙\n1"2,3\n'],
    ['text behind a closing quote', '甲,乙\n"1"2,3\n'],
    ['a space before a quote', '甲,乙\n1, "2"\n'],
    ['a quote that never closes', '甲,乙\n"1,2\n'],
    ['two kinds of line breaks', '甲,乙\r\n1,2\n'],
    ['a return alone', '甲,乙\n1\r,2\n'],
  ])('has not %s', (_, text) => {
    expect(linesOf(text)).toBeNull()
  })

  it('has as many lines as the reader finds rows in it', () => {
    const piece = fc.constantFrom('a', '1', '"', '""', ',', '\n', '\r\n', '\r', ' ')
    let regular = 0
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = pieces.join('')
        const lines = linesOf(text)
        if (lines === null) return
        regular++
        expect(rowsOf(text)).toBe(lines)
      }),
      { numRuns: 5000, seed: 7 },
    )
    expect(regular).toBeGreaterThan(500)
  })
})

/** Rows without empty ones at the end. */
function rowsOf(text: string): number {
  const parser = new CsvParser(',', 1000)
  try {
    return parser.push(text.replace(/[\r\n]+$/, '')).length + parser.finish().length
  } catch (error) {
    if (error instanceof CsvSyntaxError) return -1
    throw error
  }
}
