import type { GroupedVoices } from './group-voices.ts'
import { isPersonName } from './person-names.ts'
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
/** Share of a word's letters that hold a longer name with it, for the word to be only part of the name. */
const WITHIN_NAME = 0.6
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
  const texts = textsOf(grouped, issue)
  const parts = placeParts(grouped, issue)
  const chosen: string[] = []
  for (const { word, count } of ranked) {
    const bare = word.replace(/^@/, '')
    if (chosen.some((other) => other.includes(bare) || bare.includes(other))) continue
    if (!word.startsWith('@') && isCutOut(bare, count, parts)) continue
    if (isPersonName(bare, texts)) continue
    chosen.push(bare)
    if (chosen.length === MAX_KEYWORDS) break
  }
  return chosen
}

function textsOf(grouped: GroupedVoices, issue: readonly number[]): string[] {
  return issue.flatMap((item) => {
    const voice = grouped.voices[grouped.items[item]?.members[0] ?? -1]
    return voice ? [`${voice.title}\n${voice.body}`] : []
  })
}

/** Names in the letters with the number that hold them: what the segmenter cut out of them is no keyword. */
function placeParts(grouped: GroupedVoices, issue: readonly number[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const item of issue)
    for (const name of grouped.sites[item]?.all ?? []) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

/** A word that mostly stands within a longer name of the letters. */
function isCutOut(word: string, holders: number, names: ReadonlyMap<string, number>): boolean {
  return [...names].some(
    ([name, count]) => name !== word && name.includes(word) && count >= WITHIN_NAME * holders,
  )
}

const DULL = new Set(
  '我们 他们 你们 现在 已经 没有 可以 这个 什么 怎么 为什么 领导 您好 你好 尊敬 希望 请问 问题 反映 投诉 政府 进行 情况 相关 部门 因为 所以 但是 而且 一个 不能 就是 需要 目前 严重 请求 是否 如果 不是 这种 有关 得到 解决 附近 时候 何时 何时能 咨询 居民 业主 建议 这样 如果 小区 他们 大家 时间 今年 现象 部分 方面 由于 请问 如何 以及 关于 能否 还是 自己 不要 生活 花费 何年何月 放在 一期 二期 三期 四期 五期 后过 贵处 一堆 两大 哪个 采用 市委 实际 还要 收取 四区 工作日 不变 看到 知道 告知 至今 一直 时间 今天 昨天 晚上 早上 每天 有人 很多 多次 电话 回复 答复 投诉 举报 咨询 询问 来信 网友 书记 县长 市长 区长 你好 尊敬 敬爱 感谢 谢谢 是否 为何 请求 恳请 恳求 帮忙 帮助 处理 关注 重视 核实 调查 放在 致富 大力 有损于 宜居 对象 东西 事情 目的 原因 结果 方式 内容 作为 进来 出来 起来 下来 上去'.split(
    ' ',
  ),
)

function isKeyword(word: string): boolean {
  return (
    !word.startsWith('=') &&
    !DULL.has(word) &&
    /^@?[\p{sc=Han}A-Z][\p{sc=Han}A-Za-z0-9]*$/u.test(word) &&
    /[\p{sc=Han}]|[A-Z]{2}|[A-Z][0-9][A-Z]/u.test(word) &&
    !/^@?[A-Z]\d*[市县区]/.test(word)
  )
}
