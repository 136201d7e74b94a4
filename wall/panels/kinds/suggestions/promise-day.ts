/*
 * By when a promise in a reply was to be kept. Only what the sentence says counts; the day meant is the last one that
 * fits it, so that nobody is called late who is not.
 */

/**
 * The last day a promising sentence allows, or null when it names none. `repliedOn` is the day of the reply, from
 * which 今年, 明年 and months without a year are counted.
 */
export function promiseDay(sentence: string, repliedOn: string): string | null {
  const year = yearOf(sentence, Number(repliedOn.slice(0, 4)))
  const month = monthOf(sentence)
  if (month !== null) {
    const day = lastDay(year ?? Number(repliedOn.slice(0, 4)), month)
    return year === null && day < repliedOn ? lastDay(Number(repliedOn.slice(0, 4)) + 1, month) : day
  }
  return year === null ? null : lastDay(year, 12)
}

function yearOf(sentence: string, replied: number): number | null {
  const named = /(20\d{2})年/u.exec(sentence)?.[1]
  if (named !== undefined) return Number(named)
  if (/明年|次年/u.test(sentence)) return replied + 1
  return /今年|年内|年底|本年/u.test(sentence) ? replied : null
}

function monthOf(sentence: string): number | null {
  const named = /(?<!\d)(1[0-2]|[1-9])月/u.exec(sentence)?.[1]
  if (named !== undefined) return Number(named)
  const quarter = /第?([一二三四])季度/u.exec(sentence)?.[1]
  if (quarter !== undefined) return ('一二三四'.indexOf(quarter) + 1) * 3
  if (sentence.includes('上半年')) return 6
  return /下半年|年底/u.test(sentence) ? 12 : null
}

function lastDay(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}
