import { expect, it } from 'vitest'
import { PulledWords } from '../../../analysis/classify/pulled-words.ts'

/** Puts in a word as the first or a further mention. */
function mention(words: PulledWords, word: string, gram: number, pull: number): void {
  if (!words.repeat(word, gram)) words.add(word, gram, pull)
}

it('names the strongest words once, without figures and parts of stronger ones', () => {
  const words = new PulledWords()
  mention(words, '路灯', 1, 2)
  mention(words, '停水', 257, 2.2)
  mention(words, '路灯', 1, 2)
  mention(words, '12.5', 3, 9)
  mention(words, '灯', 4, 1)
  mention(words, '报修', 5, 1)
  mention(words, '报批', 6, 1)
  expect(words.strongest(3)).toEqual(['路灯', '停水', '报修'])
})

it('starts anew with every letter, and tells words with the same gram apart', () => {
  const words = new PulledWords()
  mention(words, '旧词', 7, 5)
  words.clear()
  mention(words, 'LED', 7, 1)
  mention(words, 'led', 7, 1)
  mention(words, 'led', 7, 1)
  expect(words.repeat('旧词', 7)).toBe(false)
  expect(words.strongest(5)).toEqual(['led', 'LED'])
})
