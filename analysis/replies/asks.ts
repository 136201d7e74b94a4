import type { Segment } from '../topics/index.ts'

/** How far a reply goes into one ask. */
export type AskState = 'answered' | 'touched' | 'open'

/** One thing a letter asks for, held against the reply. */
export interface Ask {
  text: string
  /** What kind of question it is, which decides what counts as an answer. */
  kind: AskKind
  state: AskState
  /** Weighted share of the ask's telling words that the reply takes up, 0 to 1. */
  share: number
  /** Numbers of the reply's sentences that answer or touch it, best first. */
  sentences: number[]
}

export type AskKind = '原因' | '时间' | '办法' | '可否' | '办理'

const ASKS =
  /[?？]|请问|请求|恳请|恳求|希望|建议|(?<!按|照|合|有|未|的|上|被|无|各项)要求|盼|能否|能不能|可否|是否|何时|什么时候|为什么|为何|怎么|如何|望(?:领导|政府|有关|贵|予以|能)|(?:请|求).{0,12}(?:解决|处理|查处|回复|答复|帮忙|帮助|核实|调查|给予|督促|明示|告知)|吗$/u
const COURTESY =
  /^(?:尊敬的|您好|你好|谢谢|感谢|此致|敬礼|望(?:领导)?(?:百忙|尽快|早日)?(?:之中|中)?(?:给予)?(?:回复|答复|为盼)|(?:请|望|希望|盼)?.{0,8}(?:给予|予以)?(?:回复|答复|为盼|重视)[.。!！]?$)/u
/** Questions that blame and want no answer. */
const RHETORICAL =
  /于何(?:地|处)|天理|良心|良知|说[得的]过去|真的好吗|何在|谁给.{0,6}(?:权|胆)|形同虚设|逃脱|逍遥|[为替].{1,2}[做作]主|难道|岂|王法/u
/** Headings and set phrases of formal suggestions, which speak of asking and ask nothing. */
const FORMAL =
  /^(?:[一二三四五六七八九十]+、|[(（][一二三四五六七八九十]+[)）]).{0,14}$|^(?:以上|上述)(?:意见|建议)|请予(?:研究|办理|考虑|采纳)|曾.{0,16}提出过?(?:建议|意见|议案)/u
const KINDS: readonly (readonly [AskKind, RegExp])[] = [
  ['原因', /为什么|为何|什么原因|原因|凭什么|依据是什么|什么依据|有.{0,4}(?:规定|依据|政策)吗/u],
  ['时间', /何时|什么时候|多久|几时|哪一?[天年月]|什么时间|时间表|几月|期限/u],
  ['办法', /怎么|怎样|如何|流程|手续|需要什么|哪些(?:材料|条件|资料)|到哪|去哪|找谁|哪个部门/u],
  ['可否', /是否|能否|能不能|可否|可以.{0,20}吗|可不可以|有没有|是不是|会不会|吗[?？。]?$/u],
]
/** What a sentence must also hold to answer a question of the kind; the words alone only touch it. */
const ANSWERS: Record<AskKind, RegExp> = {
  原因: /因|由于|系|原因|为了|鉴于|根据|按照|依据|规定|所以|导致|属于|不属于|是/u,
  时间: /\d{1,4}\s*年|\d{1,2}\s*月|\d{1,2}\s*日|\d+\s*(?:天|个月|工作日|小时)|月底|年底|上半年|下半年|近期|目前|正在|已经?|预计|计划|暂|尚未|季度|春节/u,
  办法: /可|需|应|凭|持|携带|到|请|申请|提供|办理|联系|拨打|登录|咨询|流程|材料/u,
  可否: /可以?|不|能|是|已|没有|未|无|符合|属于|按|需|应/u,
  办理: /已|将|正在|计划|安排|要求|责令|督促|组织|处理|整改|完成|解决|无法|不能|不属于|不符合|建议|经|目前|可|需|应/u,
}
const DULL = new Set(
  '请问 请求 恳请 希望 建议 要求 能否 是否 何时 什么 时候 为什么 为何 怎么 怎样 如何 领导 政府 部门 有关 相关 我们 你们 他们 解决 问题 一下 可以 没有 这个 那个 这样 现在 谢谢 尽快 给予 能够 进行 答复 回复 处理 百忙之中 百忙 之中 抽空 关注 反映 情况 予以 帮忙 帮助 一个 不能 不是 还是 就是 已经 但是 因为 所以 如果 时间 多久 办理 可否 能不能 有没有 哪些 哪个 书记 县长 市长 区长 局长 老百姓 百姓 群众 市民 居民 业主 大家 自己 感谢 您好 你好 尊敬'.split(
    ' ',
  ),
)
const MAX_ASKS = 12
const MAX_LETTER = 20_000
const MAX_SENTENCES = 200
/** A longer sentence is cut down to the parts that ask. */
const MAX_ASK = 28
const MOST_LETTERS = 140
/** Weighted share of an ask's words that a passage must take up to answer or to touch it. */
const ANSWERED = 0.28
const TOUCHED = 0.15
/** Telling words from which the share is asked for; with fewer, one word more or less decides by chance. */
const FEW_WORDS = 3

/** Sentences of a reply, in order; a very long one is cut at its commas. */
export function splitReply(reply: string): string[] {
  return reply
    .slice(0, MAX_LETTER)
    .split(/(?<=[。!！?？;；\n]|如下[:：])/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence))
    .slice(0, MAX_SENTENCES)
}

/**
 * The asks of a letter, each held against the sentences of its reply. A passage of one sentence with its neighbours
 * answers an ask when it takes up enough of the ask's telling words and holds what a question of its kind needs: a
 * reason, a time, a way, a yes or no, something done. A letter without an explicit ask asks what its title says.
 */
export function findAsks(
  letter: { title: string; body: string },
  sentences: readonly string[],
  segment: Segment,
): Ask[] {
  const passages = sentences.map((sentence) => new Set(segment(sentence)))
  return chooseAsks(letter).flatMap((text): Ask[] => {
    const words = [...new Set(segment(text))].filter((word) => word.length > 1 && !DULL.has(word))
    if (words.length === 0) return []
    return [holdAgainst(text, words, sentences, passages)]
  })
}

function chooseAsks({ title, body }: { title: string; body: string }): string[] {
  const found = body
    .slice(0, MAX_LETTER)
    .split(/(?<=[。!！?？;；\n])/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length >= 6 && ASKS.test(sentence))
    .map(narrow)
    .filter(
      (sentence) => sentence.length >= 6 && ![COURTESY, FORMAL, RHETORICAL].some((not) => not.test(sentence)),
    )
  const asks = [...new Set(found)]
  return (asks.length === 0 || ASKS.test(title) ? [title, ...asks] : asks)
    .filter((text) => text.trim() !== '')
    .slice(0, MAX_ASKS)
}

/** Of a long sentence, the parts that ask, each with the part before it. */
function narrow(sentence: string): string {
  if (sentence.length <= MAX_ASK) return sentence
  const parts = sentence.split(/(?<=[,，])/u)
  const kept = parts.filter((part, at) => ASKS.test(part) || ASKS.test(parts[at + 1] ?? ''))
  return kept
    .join('')
    .trim()
    .replace(/[,，、]+$/u, '')
    .slice(-MOST_LETTERS)
}

/** An opening that repeats the letter's subject and announces the answer; it answers nothing itself. */
const OPENING = /收悉|获悉|收到|如下|(?:反映|咨询|提出|关于).{2,60}(?:一事|问题|帖文|留言|来信)[,，:：]?$/u
/** A numbered heading of a reply that names the ask it turns to. */
const HEADING = /^[一二三四五六七八九十]+、(?:关于)?.{2,40}(?:建议|意见|问题|方面)[。:：]?$/u
/** Words the opening repeats count less: the answer then speaks of “this place” and “the matter”. */
const REPEATED = 0.5

function holdAgainst(
  text: string,
  words: readonly string[],
  sentences: readonly string[],
  passages: readonly ReadonlySet<string>[],
): Ask {
  const kind = KINDS.find(([, pattern]) => pattern.test(text))?.[0] ?? '办理'
  const openings = sentences.flatMap((sentence, at) =>
    (at < 4 && OPENING.test(sentence)) || HEADING.test(sentence) ? [at] : [],
  )
  const isRepeated = (word: string): boolean => openings.some((at) => sentences[at]?.includes(word) === true)
  const weigh = (some: readonly string[]): number =>
    some.reduce((sum, word) => sum + weightOf(word) * (isRepeated(word) ? REPEATED : 1), 0)
  const total = weigh(words)
  const scored = sentences.map((_, at) => {
    const window = [at - 1, at, at + 1, at + 2]
    const has = (word: string, place: number): boolean =>
      !openings.includes(place) &&
      (passages[place]?.has(word) === true || sentences[place]?.includes(word) === true)
    const own = weigh(words.filter((word) => has(word, at)))
    const near = weigh(words.filter((word) => window.some((place) => has(word, place))))
    const around = window.map((place) => (openings.includes(place) ? '' : (sentences[place] ?? ''))).join('')
    return { at, own, share: near / total, answers: ANSWERS[kind].test(around) }
  })
  const ranked = scored
    .filter((one) => one.own > 0)
    .sort((a, b) => b.share - a.share || b.own - a.own || a.at - b.at)
  const best = ranked[0]
  const share = best?.share ?? 0
  const least = words.length < FEW_WORDS ? 0.5 : ANSWERED
  const state =
    share >= least && ranked.some((one) => one.share >= least && one.answers)
      ? 'answered'
      : share >= TOUCHED
        ? 'touched'
        : 'open'
  return {
    text,
    kind,
    state,
    share: Math.round(share * 1000) / 1000,
    sentences: state === 'open' ? [] : ranked.slice(0, 3).map((one) => one.at),
  }
}

/** Long words say more of what a sentence is about than short ones. */
function weightOf(word: string): number {
  return word.length > 2 ? 1.4 : 1
}
