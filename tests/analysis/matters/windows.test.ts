import { loadRows, petition } from '#tests/loads.ts'
import { emptyWarehouse } from '#tests/warehouses.ts'
import { expect, it } from 'vitest'
import { createMatterStore } from '../../../analysis/jobs/matter-store.ts'
import { WINDOW } from '../../../analysis/matters/index.ts'

const NOW = new Date('2026-06-01T00:00:00Z')
/** Several on one second, two undated, in no order. */
const TIMES = [
  '2026-03-02T02:00:01Z',
  null,
  '2026-03-02T02:00:00Z',
  '2025-12-31T15:59:59Z',
  '2026-03-02T02:00:00Z',
]

it('a window holds the earliest voices that moved and the earliest that did not, by time and then by id', async () => {
  const warehouse = await emptyWarehouse()
  try {
    const ids = Array.from({ length: 30 }, (_, at) => `p${String((at * 7) % 30).padStart(2, '0')}`)
    const rows = ids.map((id, at) =>
      petition(id, {
        title: `第${String(at)}件`,
        body: '请处理。',
        created_at: TIMES[at % TIMES.length] ?? null,
      }),
    )
    await loadRows(warehouse, { kind: 'petitions', fileName: 'a.csv', rows })
    const sketches = ids.map((id, at) => ({
      voice_id: `petitions:${id}`,
      digest: 'd',
      sketch: '',
      keys: at % 6 === 5 ? [9] : [7, 9],
    }))
    await warehouse.writeResults('voices', [{ table: 'voice_sketches', rows: sketches }], {
      fingerprint: 'f',
      startedAt: NOW,
    })
    const store = createMatterStore(warehouse)
    const moved = new Set(ids.filter((_, at) => at % 3 === 1).map((id) => `petitions:${id}`))
    const members = await store.members([7, 9])
    const firstOf = (key: number, isMoved: boolean) =>
      members.filter((one) => one.key === key && moved.has(one.id) === isMoved).slice(0, WINDOW)
    const expected = [7, 9].flatMap((key) => {
      const first = [...firstOf(key, true), ...firstOf(key, false)]
      return members.filter((one) => first.includes(one))
    })
    expect(members).toHaveLength(55)
    expect(await store.windows([7, 9], moved)).toEqual(expected)
    expect(await store.windows([9], new Set())).toEqual(
      members.filter(({ key }) => key === 9).slice(0, WINDOW),
    )
  } finally {
    await warehouse.close()
  }
})
