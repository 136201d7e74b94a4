/** Signs that many letters were written as one action. A label beside the topic; nothing is removed or counted less. */
export interface Campaign {
  label: '疑似集中提交'
  /** Letters that copy another letter. */
  copies: number
  /** Days in which most of them came. */
  days: number
  authors: number
  evidence: string
}

const MIN_COPIES = 5
const COPY_SHARE = 0.4
const WINDOW = 14
const WINDOW_SHARE = 0.7

export interface CopiedLetter {
  day: number | null
  author: string
}

/** `copied` are the topic's letters that share their text (exactly or nearly) with another letter. */
export function findCampaign(
  copied: readonly CopiedLetter[],
  voices: number,
  texts: number,
): Campaign | null {
  if (copied.length < MIN_COPIES || copied.length < COPY_SHARE * voices) return null
  const days = copied.flatMap((letter) => letter.day ?? []).sort((a, b) => a - b)
  const needed = Math.ceil(WINDOW_SHARE * copied.length)
  let span = Infinity
  for (let start = 0; start + needed <= days.length; start++) {
    span = Math.min(span, (days[start + needed - 1] ?? 0) - (days[start] ?? 0) + 1)
  }
  if (span > WINDOW) return null
  const authors = new Set(copied.map((letter) => letter.author)).size
  return {
    label: '疑似集中提交',
    copies: copied.length,
    days: span,
    authors,
    evidence: `${copied.length}件内容相同或相近（${texts}种文本），其中${needed}件集中在${span}天内，署名${authors}人`,
  }
}
