import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differenceOf } from '../../../analysis/matters/index.ts'

const without = (parts: readonly { kind: string; text: string }[], kind: string): string =>
  parts
    .filter((part) => part.kind !== kind)
    .map((part) => part.text)
    .join('')

describe('differenceOf', () => {
  it('gives both texts back', () => {
    const text = fc.array(fc.constantFrom('小区', '夜市', '油烟', '。', '两点', 'A7', ' ', '😀'), {
      maxLength: 40,
    })
    fc.assert(
      fc.property(text, text, (a, b) => {
        const { parts } = differenceOf(a.join(''), b.join(''))
        expect(without(parts, 'removed')).toBe(a.join(''))
        expect(without(parts, 'added')).toBe(b.join(''))
      }),
      { numRuns: 500 },
    )
  })

  it('names the sentence that only one of two copies has', () => {
    const common = '杏林花园小区南门夜市营业到凌晨两点。请求尽快规范。'
    const { parts, ownSentences } = differenceOf(`${common}我母亲因此住院。`, common)
    expect(ownSentences).toEqual(['我母亲因此住院。'])
    expect(parts).toEqual([
      { kind: 'same', text: common },
      { kind: 'added', text: '我母亲因此住院。' },
    ])
  })

  it('is bounded for two texts that have nothing in common', () => {
    const { parts } = differenceOf('甲'.repeat(50_000), '乙'.repeat(50_000))
    expect(parts.map((part) => part.kind)).toEqual(['removed', 'added'])
  })
})
