import { matterQueries, type Warehouse } from '#warehouse'
import {
  WINDOW,
  type BucketMember,
  type ChangedVoice,
  type GroupedVoice,
  type MatterStore,
  type MatterTier,
  type StoredVoice,
} from '../matters/index.ts'

/** Ids and keys asked for at once. */
const BATCH = 20_000

/** Sketches and the last grouping as they lie in the warehouse. */
export function createMatterStore(warehouse: Warehouse): MatterStore {
  return {
    async changed() {
      const rows = await warehouse.query(matterQueries.changed, {})
      return rows.map((row): ChangedVoice => ({
        id: row.voice_id,
        position: row.position,
        keys: numbersOf(row.keys),
        oldPosition: row.old_position,
        oldKeys: numbersOf(row.old_keys),
      }))
    },
    windows: (keys, moved) =>
      inBatches(keys, async (some) => {
        const asked = { keys: some.map(String), moved: [...moved], count: WINDOW }
        return (await warehouse.query(matterQueries.windows, asked)).map(toMember)
      }),
    members: (keys) =>
      inBatches(keys, async (some) =>
        (await warehouse.query(matterQueries.members, { keys: some.map(String) })).map(toMember),
      ),
    voices: (ids) =>
      inBatches(ids, async (some) =>
        (await warehouse.query(matterQueries.sketches, { ids: some })).map((row): StoredVoice => ({
          id: row.voice_id,
          position: row.position,
          digest: row.digest,
          sketch: row.sketch,
          keys: numbersOf(row.keys),
        })),
      ),
    grouped: (ids) =>
      inBatches(ids, async (some) =>
        (await warehouse.query(matterQueries.grouped, { ids: some })).map((row): GroupedVoice => {
          const tiers = JSON.parse(row.tiers) as MatterTier[]
          const targets = JSON.parse(row.targets) as string[]
          return {
            id: row.voice_id,
            links: targets.map((target, index) => ({ target, tier: tiers[index] ?? 'same' })),
            firstVoice: row.first_voice,
            firstCopy: row.first_copy,
          }
        }),
      ),
    dependents: (ids) =>
      inBatches(ids, async (some) =>
        (await warehouse.query(matterQueries.dependents, { ids: some })).map((row) => row.voice_id),
      ),
  }
}

async function inBatches<Key, Row>(
  keys: readonly Key[],
  read: (some: Key[]) => Promise<Row[]>,
): Promise<Row[]> {
  const rows: Row[] = []
  for (let from = 0; from < keys.length; from += BATCH)
    for (const row of await read(keys.slice(from, from + BATCH))) rows.push(row)
  return rows
}

function toMember(row: { key: number; voice_id: string; position: string }): BucketMember {
  return { key: row.key, id: row.voice_id, position: row.position }
}

function numbersOf(json: string): number[] {
  return JSON.parse(json) as number[]
}
