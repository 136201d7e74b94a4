import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { faultTimes } from '#tests/fault-times.ts'
import { loadInto, loadRows, payment, petition, regionRows, type TestFile } from '#tests/loads.ts'
import { read } from '#tests/sql-probe.ts'
import { emptyWarehouse } from '#tests/warehouses.ts'

const secondPull: TestFile = {
  kind: 'petitions',
  fileName: 'pull-2.csv',
  rows: [petition('1', { status: '办理中' }), petition('2'), petition('3')],
  observedAt: new Date('2025-01-20'),
}

// Five dated pulls of one board, two overlapping payment files (equal rows without a number, a number used for
// different payments) and master data. Each pull shows states of its own day.
const files: TestFile[] = [
  { kind: 'regions', fileName: 'regions.csv', rows: regionRows },
  {
    kind: 'petitions',
    fileName: 'pull-1.csv',
    rows: [petition('1'), petition('2')],
    observedAt: new Date('2025-01-12'),
  },
  secondPull,
  {
    kind: 'petitions',
    fileName: 'pull-3.csv',
    rows: [
      petition('1', { status: '已答复', reply: '已修复', replied_at: '2025-01-25T00:00:00Z' }),
      petition('3'),
    ],
    observedAt: new Date('2025-01-31'),
  },
  {
    // Number 1 is opened again: its first state, word for word, seen a second time.
    kind: 'petitions',
    fileName: 'pull-4.csv',
    rows: [petition('1'), petition('3')],
    observedAt: new Date('2025-02-10'),
  },
  // The second pull once more, byte for byte: number 1 is being dealt with again.
  { ...secondPull, observedAt: new Date('2025-02-20') },
  {
    kind: 'petitions',
    fileName: 'other-office.csv',
    rows: [petition('2', { title: '公交太少', body: '等不到车。', created_at: '2025-01-03T00:00:00Z' })],
    observedAt: new Date('2025-01-15'),
  },
  {
    kind: 'payments',
    fileName: 'jan.csv',
    rows: [
      payment('V1', '10.00'),
      payment('V1', '20.00', { payee_name: '示例商行' }),
      payment('', '5.00', { pay_cert_no: null }),
    ],
  },
  {
    kind: 'payments',
    fileName: 'feb.csv',
    rows: [
      payment('V1', '10.00'),
      payment('', '5.00', { pay_cert_no: null }),
      payment('', '5.00', { pay_cert_no: null }),
    ],
  },
]

const recordMarts = ['regions', 'voices', 'payments']
const summaryMarts = ['agency_months', 'voice_months', 'budget_lines']

/** Content of every mart without the columns that name the load a row came by. */
async function content(order: readonly TestFile[]): Promise<unknown> {
  const warehouse = await emptyWarehouse()
  // The first two one publish each, the others together.
  const alone = order.slice(0, 2)
  for (const file of alone) await loadRows(warehouse, file)
  await warehouse.write(async (batch) => {
    for (const file of order.slice(alone.length)) await loadInto(batch, file)
  })
  const marts: Record<string, unknown> = {}
  for (const mart of [...recordMarts, ...summaryMarts]) {
    const rows = await read(warehouse, `select * from marts.${mart}`)
    marts[mart] = rows.map((row) => JSON.stringify(withoutLoad(row))).sort()
  }
  await warehouse.close()
  return marts
}

function withoutLoad(row: Record<string, unknown>): Record<string, unknown> {
  const loadColumns = new Set(['load_id', 'source_file', 'sheet', 'row_number'])
  return Object.fromEntries(Object.entries(row).filter(([name]) => !loadColumns.has(name)))
}

let inOrder: unknown
beforeAll(async () => {
  inOrder = await content(files)
})

test('a record that goes back to an earlier state shows that state', () => {
  const marts = inOrder as { voices: string[] }
  const reopened = marts.voices.map((row) => JSON.parse(row) as { record_key: string; reply: string | null })
  expect(reopened.find((voice) => voice.record_key === '1')).toMatchObject({ reply: null, status: '办理中' })
})

test('files in any order, some of them again, give the same marts', async () => {
  const orders = fc
    .tuple(
      fc.shuffledSubarray(files, { minLength: files.length }),
      fc.array(fc.constantFrom(...files), { maxLength: 3 }),
    )
    .map(([order, again]) => [...order, ...again])
  await fc.assert(
    fc.asyncProperty(orders, async (order) => {
      expect(await content(order)).toEqual(inOrder)
    }),
    { numRuns: faultTimes(4, 30), seed: 20260301 },
  )
}, 900_000)
