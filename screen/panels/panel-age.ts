import type { PanelData } from '#contract'
import { formatDay } from '#ui'

/** How much a panel's numbers may be trusted as news. */
export type PanelAge = 'fresh' | 'late' | 'stale'

/** How long the wall has gone without hearing from the server. */
export type Hearing = 'fresh' | 'late' | 'stale'

/** The worse of two ages: the sources' own promise, and the wall's connection. */
export function panelAge(panel: PanelData, now: number, hearing: Hearing): PanelAge {
  if (hearing === 'stale') return 'stale'
  const late = panel.lateFrom !== null && now >= Date.parse(panel.lateFrom)
  return late || hearing === 'late' ? 'late' : 'fresh'
}

/** "截至 11月20日", with the year when it is another. */
export function dataTimeWords(dataTime: string | null, now: number): string | null {
  if (dataTime === null) return null
  const [year, month, day] = formatDay(dataTime).split('-')
  if (month === undefined || day === undefined) return null
  const short = `${Number(month)}月${Number(day)}日`
  return year === formatDay(new Date(now).toISOString()).slice(0, 4)
    ? `截至 ${short}`
    : `截至 ${year}年${short}`
}
