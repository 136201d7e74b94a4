import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupedAnew, MemoryStore, type Letter } from './memory-store.ts'

/** Few words, so that letters meet often, in buckets larger than a window too. */
const WORDS =
  '金桂苑小区 杏林花园 搅拌站 噪音 粉尘 夜市 油烟 凌晨 罐车 电梯 维修 物业 停水 水压 银杏家园 施工'.split(' ')
const FILLER = '请有关部门尽快调查处理并且给出明确的答复以及具体的时间安排我们已经反映了很多次都没有任何结果'

const letter = fc
  .record({
    number: fc.integer({ min: 0, max: 59 }),
    day: fc.option(fc.integer({ min: 1, max: 9 }), { nil: null, freq: 12 }),
    words: fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 }),
    long: fc.boolean(),
  })
  .map(({ number, day, words, long }): Letter => ({
    id: `v${String(number)}`,
    at: day === null ? null : `2026-03-0${String(day)}T00:00:00Z`,
    text: [...words, ...(long ? [FILLER, words.join('')] : [])].join(' '),
  }))

const step = fc.record({
  letters: fc.uniqueArray(letter, { minLength: 1, maxLength: 45, selector: (one) => one.id }),
  gone: fc.array(
    fc.integer({ min: 0, max: 59 }).map((number) => `v${String(number)}`),
    { maxLength: 4 },
  ),
})

describe('updateMatters', () => {
  it('gives what grouping all voices anew gives, after any sequence of additions, changes and removals', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), async (steps) => {
        const store = new MemoryStore()
        const now = new Map<string, Letter>()
        for (const { letters, gone } of steps) {
          store.put(letters, gone)
          for (const one of letters) now.set(one.id, one)
          for (const id of gone) now.delete(id)
          await store.update()
          expect(store.result()).toEqual(groupedAnew([...now.values()]))
        }
      }),
      { numRuns: 120 },
    )
  })
})
