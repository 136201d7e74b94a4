import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Warehouse } from '#warehouse'
import { loadInto, loadRows, payment, petition, type Row } from '#tests/loads.ts'
import { read } from '#tests/sql-probe.ts'
import { emptyWarehouse } from '#tests/warehouses.ts'

let warehouse: Warehouse
beforeEach(async () => {
  warehouse = await emptyWarehouse()
})
afterEach(() => warehouse.close())

const answered: Row = {
  status: '已答复',
  reply: '已修复。',
  replied_at: '2025-01-25T02:00:00Z',
  rating: '满意',
}

/** One board, pulled three times: asked; answered; asked again word for word as before. */
async function loadPulls(order: readonly number[]): Promise<void> {
  const pulls = [
    { rows: [petition('1'), petition('2')], observedAt: new Date('2025-01-12T00:00:00Z') },
    { rows: [petition('1', answered), petition('2')], observedAt: new Date('2025-01-31T00:00:00Z') },
    { rows: [petition('1'), petition('2')], observedAt: new Date('2025-02-10T00:00:00Z') },
  ]
  await warehouse.write(async (batch) => {
    for (const index of order) {
      const pull = pulls[index]
      if (pull) await loadInto(batch, { kind: 'petitions', fileName: `pull-${index + 1}.csv`, ...pull })
    }
  })
}

async function pastValue(day: string, metric: string): Promise<unknown> {
  const values = await warehouse.metricsAsOf(new Date(`${day}T15:59:59Z`))
  return values.find(({ name }) => name === metric)?.value
}

describe('the states of a record', () => {
  it.each([[[0, 1, 2]], [[2, 1, 0]], [[1, 2, 0]]])(
    'are the same in whatever order they came: %j',
    async (order) => {
      await loadPulls(order)
      const states = await warehouse.lineage('voices', 'petitions:1')
      expect(
        states.map(({ values, observedAt, isCurrent }) => [values['status'], observedAt, isCurrent]),
      ).toEqual([
        [null, ['2025-01-12T00:00:00Z', '2025-02-10T00:00:00Z'], true],
        ['已答复', ['2025-01-31T00:00:00Z'], false],
      ])
      expect(await read(warehouse, `select is_replied from marts.voices where record_id = '1'`)).toEqual([
        { is_replied: false },
      ])
    },
  )
})

describe('a past moment', () => {
  it('shows the state last seen by then', async () => {
    await loadPulls([2, 0, 1])
    expect(await pastValue('2025-01-20', 'petitions_reply_rate')).toBe(0)
    expect(await pastValue('2025-02-01', 'petitions_reply_rate')).toBe(0.5)
    expect(await pastValue('2025-02-11', 'petitions_reply_rate')).toBe(0)
  })

  it('before anybody looked is told by the dates in the records themselves', async () => {
    await loadRows(warehouse, {
      kind: 'petitions',
      fileName: 'year.csv',
      rows: [
        petition('1', answered),
        petition('2', { created_at: '2025-01-20T02:00:00Z' }),
        petition('3', { created_at: null }),
      ],
      observedAt: new Date('2025-12-31T00:00:00Z'),
    })
    expect(await pastValue('2025-01-09', 'petitions_total')).toBe(1)
    expect(await pastValue('2025-01-10', 'petitions_total')).toBe(2)
    expect(await pastValue('2025-01-20', 'petitions_total')).toBe(3)
    expect(await pastValue('2025-01-24', 'petitions_reply_rate')).toBe(0)
    expect(await pastValue('2025-01-25', 'petitions_reply_rate')).toBeGreaterThan(0)
  })

  it('leaves the present alone', async () => {
    await loadRows(warehouse, { kind: 'payments', fileName: 'p.csv', rows: [payment('V1', '10.00')] })
    const content = async () => ({
      payments: await read(warehouse, 'select * from marts.payments'),
      built: await read(warehouse, 'select * from meta.models order by model'),
      version: warehouse.version(),
    })
    const before = await content()
    expect(await pastValue('2025-01-01', 'budget_paid')).not.toBe('10.00')
    expect(await content()).toEqual(before)
    expect(await warehouse.rebuild()).toMatchObject({ built: [] })
  })

  it('is not asked of what cannot look back', async () => {
    const names = (await warehouse.metricsAsOf(new Date())).map(({ name }) => name)
    expect(names).toContain('voices_total')
    expect(names).not.toContain('topics_hot')
    expect(names).not.toContain('quarantined_rows')
  })
})
