import { apiQueries, type Warehouse } from '#warehouse'

export {
  executionKinds as executionSources,
  findingKinds as findingSources,
  voiceKinds as voiceSources,
} from '#warehouse'
import { toInstant } from './clock.ts'
import type { DataStamp } from './contract/index.ts'

/**
 * How old and how complete an answer is. Within a group of sources the newest business date counts (they add up to
 * one picture); across groups the oldest, so that a page never claims to be newer than its stalest half.
 */
export async function stampOf(
  deps: { warehouse: Warehouse; now: () => Date },
  ...groups: readonly (readonly string[])[]
): Promise<DataStamp> {
  const sources = await deps.warehouse.query(apiQueries.filters.sourceStamps, {})
  const dates = groups.map((group) => newest(sources.filter((source) => group.includes(source.kind))))
  const known = dates.filter((date) => date !== null).sort()
  const used = new Set(groups.flat())
  return {
    dataTime: known[0] ?? null,
    computedAt: toInstant(deps.now()),
    unreconciled: sources
      .filter((source) => used.has(source.kind))
      .reduce((total, source) => total + source.unreconciled, 0),
    quarantined: sources
      .filter((source) => used.has(source.kind))
      .reduce((total, source) => total + source.quarantined_open, 0),
  }
}

function newest(sources: readonly { data_to: string | null }[]): string | null {
  const dates = sources.map((source) => source.data_to).filter((date) => date !== null)
  return dates.sort().at(-1) ?? null
}
