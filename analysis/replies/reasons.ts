import type { ReplyScore } from './score.ts'

/** Why a reply has its score: short sentences in Chinese, what is lacking first. */
export function explainScore(score: ReplyScore): string[] {
  return [
    score.isAcknowledgement ? '只告知收悉或转办，没有说办理情况，总分不高于 30' : null,
    asksSentence(score),
    explanationSentence(score),
    missingParts(score),
    timeSentence(score),
    attitudeSentence(score),
  ].filter((sentence) => sentence !== null)
}

function asksSentence({ asks }: ReplyScore): string | null {
  if (asks.length === 0) return '来信没有可核对的诉求'
  const count = (state: string): number => asks.filter((ask) => ask.state === state).length
  const parts = [
    count('answered') > 0 ? `有回应 ${String(count('answered'))} 项` : '',
    count('touched') > 0 ? `提到而未正面回应 ${String(count('touched'))} 项` : '',
    count('open') > 0 ? `未见回应 ${String(count('open'))} 项` : '',
  ]
  return `诉求 ${String(asks.length)} 项：${parts.filter((part) => part !== '').join('，')}`
}

function explanationSentence({ facts, explained, isAcknowledgement }: ReplyScore): string | null {
  if (isAcknowledgement) return null
  const grounds = [
    facts.reasons > 0 ? `说明理由 ${String(facts.reasons)} 处` : '没有说明理由',
    facts.citations > 0 ? `引用规定 ${String(facts.citations)} 处` : '没有引用规定',
  ]
  return `${explained ? '有说理' : '说理不足'}：与事项有关的 ${String(facts.content)} 字，${grounds.join('，')}`
}

function missingParts({ parts, isAcknowledgement }: ReplyScore): string | null {
  const missing = Object.entries(parts)
    .filter(([, has]) => !has)
    .map(([name]) => name)
  if (missing.length === 0) return '称谓、受理、查办、措施、依据、联系六项齐全'
  return isAcknowledgement ? null : `缺：${missing.join('、')}`
}

function timeSentence({ timeliness }: ReplyScore): string | null {
  if (timeliness === null) return '缺日期，时效不计分'
  const { workdays, allowed } = timeliness
  const late = workdays - allowed
  const term = `用时 ${String(workdays)} 个工作日，期限 ${String(allowed)} 个工作日`
  return late > 0 ? `${term}，超期 ${String(late)} 个工作日` : term
}

function attitudeSentence({ attitude }: ReplyScore): string | null {
  if (attitude.harsh.length > 0) return `用语生硬：“${attitude.harsh.join('”“')}”`
  return attitude.score < 0.5 ? '称谓、致谢、体谅的话不齐' : null
}
