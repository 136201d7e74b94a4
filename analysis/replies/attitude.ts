export interface Attitude {
  /** 0 to 1. */
  score: number
  /** Words of courtesy and of care found in the reply. */
  polite: string[]
  /** Words that push back or blame, as they stand in the reply. */
  harsh: string[]
}

const POLITE: readonly (readonly [number, RegExp])[] = [
  [0.25, /^.{0,24}(?:您好|你好)|尊敬的|亲爱的/u],
  [0.25, /感谢|谢谢|致谢/u],
  [0.2, /您/u],
  [0.2, /敬请谅解|请谅解|见谅|歉意|抱歉|对不起|深感|理解您|不便/u],
  [
    0.1,
    /如(?:有|您有|还有|仍有).{0,12}(?:疑问|问题|异议|不明)|欢迎.{0,12}(?:监督|咨询|致电|来电|反映)|祝您|祝你/u,
  ],
]
const HARSH: readonly RegExp[] = [
  /无理取闹|胡搅蛮缠|道听途说|凭空|捏造|造谣|无中生有|恶意(?:炒作|投诉)?|别有用心|缠访|闹访/u,
  /与(?:我|本)(?:局|办|单位|部门|县|区|镇).{0,4}无关|不归我们管|不是我们的事|爱莫能助|无可奉告|自行(?:承担|解决|负责)/u,
  /请(?:不要|勿)(?:再|重复|反复)(?:反映|投诉|发帖|留言|来信)|(?:已|早已)多次(?:答复|回复|解释|告知)|不再(?:回复|答复|受理)/u,
  /(?:后果|责任)(?:自负|由.{1,6}自负)|不予理会|懒得|自己(?:去|看|查)/u,
]
/** What each harsh turn takes away. */
const HARSH_COST = 0.35

/** Tone of a reply, by what it says and not by how long it is. */
export function readAttitude(reply: string): Attitude {
  const text = reply.slice(0, 20_000).trimStart()
  const found = POLITE.flatMap(([weight, pattern]) => {
    const match = pattern.exec(text)
    return match ? [{ weight, word: shorten(match[0]) }] : []
  })
  const harsh = HARSH.flatMap((pattern) => pattern.exec(text)?.[0] ?? [])
  const score = found.reduce((sum, { weight }) => sum + weight, 0) - harsh.length * HARSH_COST
  return {
    score: Math.min(1, Math.max(0, Math.round(score * 1000) / 1000)),
    polite: found.map(({ word }) => word),
    harsh,
  }
}

const LONGEST = 10

/** The end of a match: a salutation's pattern starts with whatever stands before it. */
function shorten(word: string): string {
  return word.length > LONGEST ? word.slice(-2) : word.replace(/^.*(?=您好|你好)/u, '')
}
