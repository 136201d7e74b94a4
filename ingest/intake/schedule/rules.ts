/** Which of a cron pattern's days count; `next` moves a run on a day off to the next working day. */
export const cronRules = [
  'first-of-week',
  'first-of-month',
  'last-of-month',
  'first-of-quarter',
  'next',
] as const

export type CronRule = (typeof cronRules)[number]
