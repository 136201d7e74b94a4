import type { Segment } from '../topics/index.ts'

/** One thing a letter asks for. */
export interface Ask {
  text: string
  /** Its telling words. */
  words: readonly string[]
  answered: boolean
  /** Share of the telling words the reply takes up, 0 to 1. */
  share: number
}

const ASKS =
  /[?？]|请问|请求|恳请|恳求|希望|建议|要求|盼|能否|能不能|可否|是否|何时|什么时候|为什么|为何|怎么|如何|望(?:领导|政府|有关)|解决|吗$/u
const COURTESY = /^(?:尊敬的|您好|你好|谢谢|感谢|此致|敬礼)/u
const DULL = new Set(
  '请问 请求 恳请 希望 建议 要求 能否 是否 何时 什么 时候 为什么 为何 怎么 如何 领导 政府 部门 有关 相关 我们 你们 解决 问题 一下 可以 没有 这个 现在 谢谢 尽快 给予 能够 进行 答复 回复 处理 百忙之中 百忙 之中 抽空 关注 反映 情况'.split(
    ' ',
  ),
)
const MAX_ASKS = 12
const MAX_LETTER = 20_000
/** Share of an ask's words a reply must take up. */
const ANSWERED = 0.34

/** The asks of a letter, each held against the reply. A letter without an explicit ask asks what its title says. */
export function findAsks(letter: { title: string; body: string }, reply: string, segment: Segment): Ask[] {
  const sentences = letter.body
    .slice(0, MAX_LETTER)
    .split(/(?<=[。!！?？;；\n])/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length >= 6 && ASKS.test(sentence) && !COURTESY.test(sentence))
  const chosen = [letter.title, ...sentences].filter((text) => text.trim() !== '').slice(0, MAX_ASKS)
  const replyWords = new Set(segment(reply.slice(0, MAX_LETTER)))
  return chosen.flatMap((text): Ask[] => {
    const words = [...new Set(segment(text))].filter((word) => word.length > 1 && !DULL.has(word))
    if (words.length === 0) return []
    const taken = words.filter(
      (word) => replyWords.has(word) || (word.length >= 2 && reply.includes(word)),
    ).length
    const share = taken / words.length
    return [{ text, words, answered: share >= ANSWERED, share }]
  })
}
