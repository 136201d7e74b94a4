import type { InspectedColumn } from '#contract'

const reasons: Readonly<Record<NonNullable<InspectedColumn['reason']>, string>> = {
  name: '表头相符',
  mapping: '您指定的',
  memory: '沿用上次',
  similar: '表头相近',
  values: '内容像',
}

/** How sure the guess is and why, in words; '' for a column nothing is known of. */
export function guessWords({ reason, confidence }: InspectedColumn): string {
  if (reason === null) return ''
  return reason === 'similar' || reason === 'values'
    ? `${reasons[reason]} ${Math.round(confidence * 100)}%`
    : reasons[reason]
}

export const units = ['元', '千元', '万元', '百万元', '亿元'] as const
