import { titleText } from './letter-text.ts'

/** What letters put before their matter. */
const OPENERS =
  /^(?:[【[（(][^】\]）)]{0,12}[】\]）)]|再次|多次|实名|强烈|坚决|关于|对于|有关|针对|投诉|举报|反映|反应|反馈|咨询|请问|询问|问问|请求|恳请|请|希望|建议|要求|呼吁|质疑|反对|控诉|求助|解决|督促|领导|政府|我要|惊|[!！,，:：。.\s“”"‘’、-])+/u
const CLOSERS =
  /(?:的?(?:投诉|举报|咨询|建议|反映|维权|求解决|盼处理|望处理|请处理|盼解决|几点疑惑|疑惑|疑问|质疑|申诉|心声|呼声|诉求|请求)|严重|太大|问题严重|[!！?？。.,，;；、~～\s“”"])+$/u
const ASKING = /吗|呢|为什么|为何|怎么|何时|什么|能否|是否|谁|几时|有没有|求|盼|[?？]/u
const ASKING_TAIL =
  /(?:究竟|到底|什么时候|何时|何年|何日|何去何从|要拖|要待|为什么|为何|是否|能否|怎么|如何|有没有|合理吗|合法吗|[吗呢?？]).*$/u
const PERSONAL = /我|本人|他妈|黑心|[!！]|救救|求求/u
const LEADING_WISH = /^(?:能够?|也能|可以|应该?|将原?(?=[A-Z\p{sc=Han}]{2}))/u
const MIN_LENGTH = 8
const HAS_END = /(?:问题|事宜|情况|现象|乱象|困难|隐患|政策|规划|建设|进度)$/u
const PROVINCE = /^(?:[\p{sc=Han}]{1,3}省)(?=[A-Z]\d{0,3}市|[\p{sc=Han}]{1,4}市)/u
const MAX_LENGTH = 40

/** A member's title with how central it is to its topic. */
export interface TitleCandidate {
  title: string
  centrality: number
  /** Whether it names the topic's main site. */
  namesSite: boolean
  /** Keywords of the topic it holds, up to three. */
  keywords: number
}

/** A title as a research office would word it: without openers, questions and shouting. */
export function cleanTitle(title: string): string {
  const whole = titleText(title)
  const bare = whole.replace(OPENERS, '').replace(LEADING_WISH, '').replace(PROVINCE, '')
  const [clause = ''] = bare.split(/[,，;；。!！?？]/u)
  const main = clause.length >= MIN_LENGTH ? clause : bare
  const stated = main.replace(ASKING_TAIL, '')
  const text = (stated.length >= MIN_LENGTH ? stated : main).replace(CLOSERS, '').replace(CLOSERS, '')
  return text.length >= 4 ? text.slice(0, MAX_LENGTH) : whole.slice(0, MAX_LENGTH)
}

/**
 * One line for a topic, from its own most central statement: titles that name the site, state rather than ask or
 * plead and are neither clipped nor long-winded come first.
 */
export function chooseHeadline(candidates: readonly TitleCandidate[], district: string | null): string {
  const rated = candidates.map((candidate) => {
    const text = cleanTitle(candidate.title)
    const manner =
      (ASKING.test(text) ? 0.6 : 1) *
      (PERSONAL.test(candidate.title) ? 0.7 : 1) *
      (text.length < MIN_LENGTH ? 0.6 : text.length > 26 ? 0.75 : 1) *
      (startsWithPlace(text) ? 1.1 : 1) *
      (0.55 + 0.15 * candidate.keywords)
    return { text, score: candidate.centrality * manner * (candidate.namesSite ? 1.3 : 1) }
  })
  rated.sort((a, b) => b.score - a.score || a.text.length - b.text.length || (a.text < b.text ? -1 : 1))
  const best = rated[0]?.text ?? ''
  const located = district !== null && best !== '' && !startsWithPlace(best) ? `${district}${best}` : best
  return finish(located)
}

function startsWithPlace(text: string): boolean {
  return /^(?:[A-Z]\d{0,3}(?:市|县|区)|[\p{sc=Han}]{1,4}?(?:省|市|县|区))/u.test(text)
}

function finish(text: string): string {
  if (text === '') return '未命名话题'
  return HAS_END.test(text) || ASKING.test(text) ? text : `${text}问题`
}
