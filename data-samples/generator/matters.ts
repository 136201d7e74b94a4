import { type Random } from './prng.ts'
import { readTexts } from './texts.ts'

/** A kind of matter citizens write about, with everything hand-written about it. */
export interface Matter {
  name: string
  /** The source's own three levels: 城乡建设, 市政公用, 路灯照明. */
  levels: readonly [string, string, string]
  agencyCode: string
  weight: number
  setting: 'urban' | 'rural' | 'any'
  /** Months in which it comes up more often. */
  season: ReadonlySet<number>
  titles: string[]
  facts: string[]
  harms: string[]
  asks: string[]
  findings: string[]
  measures: string[]
}

export function readMatters(): Matter[] {
  return readTexts('matters').map((entry) => {
    const [path = '', agencyCode = '', weight = '', setting = '', season = ''] = entry.fields
    const [first = '', second = '', third = ''] = path.split('/')
    return {
      name: entry.name,
      levels: [first, second, third],
      agencyCode,
      weight: Number(weight),
      setting: setting === 'urban' || setting === 'rural' ? setting : 'any',
      season: new Set(season.split(' ').filter(Boolean).map(Number)),
      titles: entry.lines('题'),
      facts: entry.lines('事'),
      harms: entry.lines('害'),
      asks: entry.lines('求'),
      findings: entry.lines('查'),
      measures: entry.lines('办'),
    }
  })
}

/** A matter likely in the month and possible at the place. */
export function pickMatter(
  random: Random,
  matters: readonly Matter[],
  month: number,
  isRural: boolean,
): Matter {
  const possible = matters.filter(({ setting }) => setting === 'any' || (setting === 'rural') === isRural)
  return random.weighted(possible, ({ weight, season }) => {
    if (season.size === 0) return weight
    return season.has(month) ? weight * 2.2 : weight * 0.15
  })
}
