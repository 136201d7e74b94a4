import { describe, expect, it } from 'vitest'
import type { ReviewItem } from '#contract'
import { markWords } from '../../dashboard/components/marked-text.ts'
import { digitChoices, searchChoices } from '../../dashboard/components/review-choices.ts'

const choices = [
  ['城乡建设'],
  ['城乡建设', '市容环卫'],
  ['城乡建设', '市容环卫', '占道经营'],
  ['生态环境'],
  ['教育'],
].map((levels) => ({ levels }))

describe('markWords', () => {
  it('marks the longest word wherever it stands and loses nothing', () => {
    const parts = markWords('路灯不亮，路灯杆', ['路灯', '路灯杆', ''])
    expect(parts.filter((part) => part.isMarked).map((part) => part.text)).toEqual(['路灯', '路灯杆'])
    expect(parts.map((part) => part.text).join('')).toBe('路灯不亮，路灯杆')
  })
})

describe('choices of the review desk', () => {
  const item = {
    levels: ['城乡建设'],
    alternatives: [{ label: '教育', confidence: 0.2 }],
  } as unknown as ReviewItem

  it('puts the model’s other guesses on the first digits and never the class it has', () => {
    expect(digitChoices(item, choices)).toEqual(['教育', '生态环境'])
  })

  it('finds classes by any part of their path, whole names first', () => {
    expect(searchChoices('占道', choices)[0]?.levels).toEqual(['城乡建设', '市容环卫', '占道经营'])
    expect(searchChoices('市容环卫', choices)[0]?.levels).toEqual(['城乡建设', '市容环卫'])
    expect(searchChoices('没有', choices)).toEqual([])
  })
})
