import { wallQueries, type Kind } from '#warehouse'
import type { PanelContext } from './panel-kind.ts'
import { short } from './words.ts'

export interface Stamp {
  /** Data until this day; null when nothing is loaded. */
  readonly dataTime: string | null
  /** From this instant on the data is older than its sources promised; null when they promise nothing. */
  readonly lateFrom: string | null
  /** What the numbers leave out, in words. */
  readonly note: string | null
}

/**
 * How old and how complete an answer is. Within a group of sources the newest business date counts; across groups the
 * oldest, so that a panel never claims to be newer than its stalest half. A late source is named unless it is barred.
 */
export async function stampOf(
  { warehouse, outside }: PanelContext,
  groups: readonly (readonly Kind[])[],
  isBarred: (text: string) => boolean,
): Promise<Stamp> {
  const [rows, mornings] = await Promise.all([warehouse.query(wallQueries.stamps, {}), outside.mornings()])
  const kinds: readonly string[] = groups.flat()
  const absent = mornings.filter(
    (source) => source.status === 'bad' && source.kinds.some((kind) => kinds.includes(kind)),
  )
  const ofGroup = (group: readonly string[]) => rows.filter(({ kind }) => group.includes(kind))
  const used = ofGroup(groups.flat())
  const late = earliest(groups.map((group) => latest(ofGroup(group).map(({ late_from }) => late_from))))
  return {
    dataTime: earliest(groups.map((group) => latest(ofGroup(group).map(({ data_to }) => data_to)))),
    lateFrom: late === null ? null : startOfDay(late),
    note: noteOf(
      used.reduce((sum, row) => sum + row.quarantined_open, 0),
      used.reduce((sum, row) => sum + row.unreconciled, 0),
      absent.map(({ label }) => label).filter((label) => !isBarred(label)),
      absent.length,
    ),
  }
}

function latest(days: readonly (string | null)[]): string | null {
  return (
    days
      .flatMap((day) => day ?? [])
      .sort()
      .at(-1) ?? null
  )
}

function earliest(days: readonly (string | null)[]): string | null {
  return days.flatMap((day) => day ?? []).sort()[0] ?? null
}

/** Midnight in Shanghai as an instant. */
function startOfDay(day: string): string {
  return new Date(`${day}T00:00:00+08:00`).toISOString().replace('.000', '')
}

function noteOf(
  quarantined: number,
  unreconciled: number,
  named: readonly string[],
  absent: number,
): string | null {
  const [only] = named
  const parts = [
    quarantined > 0 ? `另有 ${quarantined} 条隔离未计入` : '',
    unreconciled > 0 ? `${unreconciled} 批未对平` : '',
    absent === 0
      ? ''
      : absent === 1 && only !== undefined
        ? `${short(only, 12)}没到`
        : `${absent} 个来源没到`,
  ].filter((part) => part !== '')
  return parts.length === 0 ? null : parts.join('，')
}
