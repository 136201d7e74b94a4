import { toInstant } from '#calendar'
import { sourceQueries, type Kind, type MetricCard, type Warehouse } from '#warehouse'
import type { Source } from '../declare/source.ts'
import { refusedFiles } from '../folder/refused.ts'
import type { SourceEvent } from '../run/log.ts'
import { watchedFolder } from '../run/run-source.ts'
import { nextOccurrence } from '../schedule/occurrences.ts'
import { dueTime, historyOf, servesFrom, standingOf, type Standing } from './state.ts'

/** One source as the morning table shows it. */
export interface MorningRow extends Standing {
  readonly source: Source
  readonly kinds: readonly Kind[]
  readonly metrics: readonly MetricCard[]
  readonly openRows: number
  readonly nextAt: Date | null
  readonly lastRun: SourceEvent | null
}

/**
 * How every source stands.
 * @param events the newest of each source
 */
export async function morningRows(
  { warehouse, dataDir, now: clock }: { warehouse: Warehouse; dataDir: string; now: () => Date },
  sources: readonly Source[],
  events: ReadonlyMap<string, readonly SourceEvent[]>,
): Promise<MorningRow[]> {
  const now = clock()
  const open = await warehouse.query(sourceQueries.openQuarantine, {})
  const unbalancedLoads = await warehouse.query(sourceQueries.unbalanced, {})
  const loads = await warehouse.query(sourceQueries.lastLoads, {})
  const known = await warehouse.query(sourceQueries.firstKnown, {})
  const cards = warehouse.metricCards()
  const rows = sources.map(async (source): Promise<MorningRow> => {
    const history = historyOf(events.get(source.name) ?? [])
    const openRows = open.find((row) => row.source === source.name)?.open_rows ?? 0
    const unbalanced = unbalancedLoads.find((row) => row.source === source.name)?.loads ?? 0
    const kinds = source.settings.kind
      ? [source.settings.kind]
      : loads.filter((load) => load.source === source.name).map((load) => load.kind as Kind)
    const refused = source.type === 'folder' ? await refusedFiles(watchedFolder(dataDir, source).folder) : []
    const knownSince = known.find((row) => row.source === source.name)?.known_at ?? null
    const dueAt = dueTime(source, history, now)
    const servedAt = dueAt === null ? null : await servedSince(warehouse, source, dueAt)
    return {
      ...standingOf(source, history, { dueAt, servedAt, openRows, unbalanced, refused, knownSince, now }),
      source,
      kinds,
      metrics: dependents(cards, kinds),
      openRows,
      nextAt: history.isPaused ? null : nextTime(source, now),
      lastRun: history.ended,
    }
  })
  return Promise.all(rows)
}

/** When the data planned for `dueAt` came. */
async function servedSince(warehouse: Warehouse, source: Source, dueAt: Date): Promise<Date | null> {
  const [first] = await warehouse.query(sourceQueries.firstSuccess, {
    source: source.name,
    since: toInstant(servesFrom(source, dueAt)),
    with_empty: source.type !== 'folder',
  })
  return first?.happened_at ? new Date(first.happened_at) : null
}

/** The metrics made from any of the kinds, those made from little else first. */
function dependents(cards: readonly MetricCard[], kinds: readonly Kind[]): MetricCard[] {
  return cards
    .filter((card) => card.kinds.some((kind) => kinds.includes(kind)))
    .sort(
      (left, right) =>
        left.kinds.length - right.kinds.length || left.label.localeCompare(right.label, 'zh-CN'),
    )
}

function nextTime({ settings }: Source, now: Date): Date | null {
  return settings.schedule === undefined ? null : nextOccurrence(settings.schedule, now)
}
