import { expect, it } from 'vitest'
import { StringTable } from '../../../ingest/formats/xlsx/string-table.ts'

it('every text of a long table is found at its place, kept or packed', () => {
  const texts = Array.from({ length: 24_000 }, (_, index) =>
    index % 7 === 0 ? '' : `凭证𠮷${'0'.repeat(index % 40)}-${index}`,
  )
  const table = new StringTable()
  for (const text of texts) table.add(text)
  expect(texts.map((_, place) => table.at(place))).toEqual(texts)
  expect([table.at(-1), table.at(24_000), table.at(Number.NaN)]).toEqual([undefined, undefined, undefined])
})
