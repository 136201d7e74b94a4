/** A letter that shares its text, exactly or nearly, with another of its matter or topic. */
export interface CampaignLetter {
  /** The same for letters with the same text. */
  readonly copyId: string
  /** Null when the source does not say. */
  readonly author: string | null
  /** 'YYYY-MM-DD'; null when the source does not say. */
  readonly date: string | null
}

/** Signs that letters were written as one action. A label beside them; nothing is removed or counted less. */
export interface Campaign {
  readonly label: '疑似集中提交'
  readonly voices: number
  readonly copies: number
  readonly texts: number
  /** Null when no letter names its author. */
  readonly authors: number | null
  /** Days within which `WINDOW_SHARE` of the copies came. */
  readonly days: number
  readonly from: string
  readonly to: string
  readonly evidence: string
}

const MIN_COPIES = 5
const COPY_SHARE = 0.4
const WINDOW_DAYS = 14
const WINDOW_SHARE = 0.7
const DAY_MS = 86_400_000

/**
 * Whether a matter or topic looks like submitted together: at least five copies that make up 40% of it, 70% of them
 * within 14 days. Who signed is evidence for the reader, not a condition.
 * @param voices how many letters it has in all
 */
export function findCampaign(letters: readonly CampaignLetter[], voices: number): Campaign | null {
  if (letters.length < MIN_COPIES || letters.length < COPY_SHARE * voices) return null
  const needed = Math.ceil(WINDOW_SHARE * letters.length)
  const burst = shortestSpan(letters.flatMap((letter) => letter.date ?? []).sort(), needed)
  if (burst === null || burst.days > WINDOW_DAYS) return null
  const signed = new Set(letters.flatMap((letter) => letter.author ?? []))
  const texts = new Set(letters.map((letter) => letter.copyId)).size
  const authors = signed.size === 0 ? null : signed.size
  return {
    label: '疑似集中提交',
    voices,
    copies: letters.length,
    texts,
    authors,
    ...burst,
    evidence: [
      `全部 ${String(voices)} 件中 ${String(letters.length)} 件文字相同或基本相同（${String(texts)} 种文本）`,
      `其中 ${String(needed)} 件集中在 ${String(burst.days)} 天内（${burst.from} 至 ${burst.to}）`,
      authors === null ? '来源没有署名' : `署名 ${String(authors)} 人`,
    ].join('，'),
  }
}

/** The fewest days in a row that hold `needed` of the ascending dates; the earliest of several. */
function shortestSpan(
  dates: readonly string[],
  needed: number,
): { days: number; from: string; to: string } | null {
  let best: { days: number; from: string; to: string } | null = null
  for (let start = 0; start + needed <= dates.length; start++) {
    const from = dates[start] ?? ''
    const to = dates[start + needed - 1] ?? ''
    const days = Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1
    if (best === null || days < best.days) best = { days, from, to }
  }
  return best
}
