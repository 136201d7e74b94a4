import { normaliseText } from '../text/index.ts'

const AROUND = 36
const SENTENCE_END = /[。！？!?\n]/

/** The part of the sentence around a text, at most some 80 characters; null when the text is not there. */
export function sentenceAround(title: string, body: string, text: string): string | null {
  const whole = `${normaliseText(title)}\n${normaliseText(body)}`
  const at = whole.indexOf(text)
  if (at < 0) return null
  let start = at
  while (start > 0 && at - start < AROUND && !SENTENCE_END.test(whole.charAt(start - 1))) start--
  let end = at + text.length
  while (end < whole.length && end - at - text.length < AROUND && !SENTENCE_END.test(whole.charAt(end))) end++
  return whole.slice(start, end).trim()
}
