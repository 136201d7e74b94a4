import type { GroupedVoices } from './group-voices.ts'
import { dotVector, sumOf } from './term-sums.ts'

/** The centre of an issue: how like the others each item is, what marks it, how much its members say the same. */
export interface IssueCore {
  /** Mean likeness of each item to the others, in the order of the issue's items. */
  centrality: number[]
  /** 0 to 1; below 1 when the members share little wording. */
  focus: number
  keywords: string[]
}

/** Mean likeness from which an issue counts as fully focused. */
const FULL_FOCUS = 0.3
const MIN_FOCUS = 0.4
const MAX_KEYWORDS = 8
/** Share of the items that must hold a keyword. */
const KEYWORD_SHARE = 0.25

export function coreOfIssue(grouped: GroupedVoices, issue: readonly number[]): IssueCore {
  const vectors = issue.map((item) => grouped.space.vectors[item])
  const present = vectors.filter((vector) => vector !== undefined)
  const sum = sumOf(present)
  const others = Math.max(1, issue.length - 1)
  const centrality = vectors.map((vector) => {
    if (!vector || issue.length === 1) return 1
    const own = vector.weights.reduce((total, weight) => total + weight * weight, 0)
    return Math.max(0, (dotVector(sum, vector) - own) / others)
  })
  const mean = centrality.reduce((total, value) => total + value, 0) / issue.length
  return {
    centrality,
    focus: Math.max(MIN_FOCUS, Math.min(1, mean / FULL_FOCUS)),
    keywords: keywordsOf(grouped, issue, sum),
  }
}

function keywordsOf(
  grouped: GroupedVoices,
  issue: readonly number[],
  sum: ReadonlyMap<number, number>,
): string[] {
  const holders = new Map<number, number>()
  for (const item of issue) {
    for (const term of grouped.space.vectors[item]?.terms ?? [])
      holders.set(term, (holders.get(term) ?? 0) + 1)
  }
  const ranked = [...sum]
    .map(([term, weight]) => ({
      word: grouped.space.words[term] ?? '',
      weight,
      count: holders.get(term) ?? 0,
    }))
    .filter(
      ({ word, count }) =>
        isKeyword(word) && count >= Math.min(issue.length, Math.max(2, KEYWORD_SHARE * issue.length)),
    )
    .sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1))
  const chosen: string[] = []
  for (const { word } of ranked) {
    const bare = word.replace(/^@/, '')
    if (chosen.some((other) => other.includes(bare) || bare.includes(other))) continue
    chosen.push(bare)
    if (chosen.length === MAX_KEYWORDS) break
  }
  return chosen
}

const DULL = new Set(
  '我们 他们 你们 现在 已经 没有 可以 这个 什么 怎么 为什么 领导 您好 你好 尊敬 希望 请问 问题 反映 投诉 政府 进行 情况 相关 部门 因为 所以 但是 而且 一个 不能 就是 需要 目前 严重 请求 是否 如果 不是 这种 有关 得到 解决 附近 时候 何时 何时能 咨询 居民 业主 建议 这样 如果 小区 他们 大家 时间 今年 现象 部分 方面 由于 请问 如何 以及 关于 能否 还是 自己 不要'.split(
    ' ',
  ),
)

function isKeyword(word: string): boolean {
  return (
    !word.startsWith('=') &&
    !DULL.has(word) &&
    /^@?[\p{sc=Han}A-Za-z][\p{sc=Han}A-Za-z0-9]*$/u.test(word) &&
    !/^@?[A-Z]\d*[市县区]/.test(word)
  )
}
