import { expect, it } from 'vitest'
import { PackedTexts } from '../../../analysis/jobs/packed-texts.ts'

it('gives every text back, in whatever order and however long; those not set are empty', () => {
  const texts = ['', 'petitions:1', '意见征集|第３条', '😀 𠮷', '长'.repeat(70_000)]
  const packed = new PackedTexts(texts.length + 2)
  for (const index of [3, 0, 4, 1, 2]) packed.set(index, texts[index] ?? '')
  expect(Array.from({ length: packed.size }, (_, index) => packed.get(index))).toEqual([...texts, '', ''])
})
