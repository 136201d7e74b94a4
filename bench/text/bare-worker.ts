import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'

const jieba = Jieba.withDict(dict)
let held: readonly string[] = []

/** Holds the texts and warms up on some of them; called without texts, messages per second of plain jieba on them. */
export default function cutAll(texts: readonly string[] | null): number {
  if (texts !== null) {
    held = texts
    return cut(held.slice(0, 2000))
  }
  const start = performance.now()
  const words = cut(held)
  const seconds = (performance.now() - start) / 1000
  return words > 0 ? held.length / seconds : 0
}

function cut(texts: readonly string[]): number {
  let words = 0
  for (const text of texts) words += jieba.cut(text, true).length
  return words
}
