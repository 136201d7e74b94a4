import { utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ingestPaths } from '#ingest'
import type { Warehouse } from '#warehouse'
import { faultTimes } from '#tests/fault-times.ts'
import { read } from '#tests/sql-probe.ts'
import { emptyWarehouse } from '#tests/warehouses.ts'
import { tempFolder } from '../temp-folder.ts'

// A model: letters and payments that live through states, and offices that export some of them on some days. Whatever
// the order in which the exports arrive, singly, together or again, the warehouse ends the same, and each letter stands
// as the last export that holds it says.

const days = 6
const numbers = ['X1', 'X2', 'X3', 'X4']
const statuses = ['待办理', '办理中', '已答复', '已办结']

interface Export {
  readonly name: string
  readonly day: number
  readonly kind: 'letters' | 'payments'
  /** Number → the state it shows: an index of `statuses`, or an amount. */
  readonly rows: readonly (readonly [number: string, state: number])[]
  /** Rows that will be refused. */
  readonly broken: number
}

const exports = fc.uniqueArray(
  fc.record({
    day: fc.integer({ min: 1, max: days }),
    kind: fc.constantFrom('letters' as const, 'payments' as const),
    rows: fc.uniqueArray(
      fc.tuple(fc.constantFrom(...numbers), fc.integer({ min: 0, max: statuses.length - 1 })),
      { minLength: 1, maxLength: numbers.length, selector: ([number]) => number },
    ),
    broken: fc.integer({ min: 0, max: 2 }),
  }),
  // One export of a kind a day: two that contradict each other at one moment have no right answer.
  { minLength: 3, maxLength: 8, selector: ({ day, kind }) => `${kind} ${day}` },
)

function write(folder: string, made: Omit<Export, 'name'>): Export & { path: string } {
  const name = `${made.kind === 'letters' ? '留言' : '支付'}_${made.day}.csv`
  const path = join(folder, name)
  writeFileSync(path, made.kind === 'letters' ? letters(made) : payments(made))
  const at = new Date(Date.UTC(2026, 0, made.day))
  utimesSync(path, at, at)
  return { ...made, name, path }
}

function letters({ rows, broken }: Omit<Export, 'name'>): string {
  const lines = rows.map(
    ([number, state]) => `${number},路灯不亮${number},楼下路灯不亮。,2026-01-01,${statuses[state] ?? ''}`,
  )
  for (let row = 0; row < broken; row++) lines.push(`坏${row},,没有主题和时间的一行,不是时间,`)
  return `留言编号,留言主题,留言详情,留言时间,状态\n${lines.join('\n')}\n`
}

function payments({ rows, broken }: Omit<Export, 'name'>): string {
  const lines = rows.map(([number, state]) => `${number},示例局,示例公司,${state + 1}.50,2026-01-01`)
  for (let row = 0; row < broken; row++) lines.push(`坏${row},示例局,示例公司,见附件,2026-01-01`)
  return `凭证号,预算单位,收款人,金额,支付日期\n${lines.join('\n')}\n`
}

/** Takes the files in, in groups of the given sizes. */
async function load(paths: readonly string[], sizes: readonly number[]): Promise<Warehouse> {
  const warehouse = await emptyWarehouse()
  const dataDir = tempFolder()
  const waiting = [...paths]
  for (let turn = 0; waiting.length > 0; turn++) {
    const group = waiting.splice(0, sizes[turn % sizes.length] ?? 1)
    const { errors } = await ingestPaths(warehouse, group, {
      dataDir,
      actor: '张示例',
      now: () => new Date(),
    })
    expect(errors).toEqual([])
  }
  return warehouse
}

/** What says by which load a row came, and when that was. */
const ofTheLoad = new Set(['load_id', 'source_file', 'sheet', 'row_number', 'last_load_at', 'last_file'])

/** Every mart without the columns of the load. */
async function martsOf(warehouse: Warehouse): Promise<Record<string, unknown>> {
  const names = await read(
    warehouse,
    `select table_name as name from information_schema.tables where table_schema = 'marts' order by table_name`,
  )
  const marts: Record<string, unknown> = {}
  for (const { name } of names) {
    const rows = await read(warehouse, `select * from marts.${String(name)}`)
    marts[String(name)] = rows
      .map((row) => JSON.stringify(Object.entries(row).filter(([column]) => !ofTheLoad.has(column))))
      .sort()
  }
  return marts
}

/** What the exports say of each letter in the end: the state in the last of them that holds it. */
function lastStates(made: readonly Export[]): Record<string, string | undefined> {
  const states: Record<string, string | undefined> = {}
  for (const { kind, rows } of [...made].sort((left, right) => left.day - right.day))
    if (kind === 'letters') for (const [number, state] of rows) states[number] = statuses[state]
  return states
}

test('exports in any order, in any groups, some of them again: one warehouse, and the last word on each record', async () => {
  await fc.assert(
    fc.asyncProperty(
      exports,
      fc.array(fc.nat(), { minLength: 12, maxLength: 12 }),
      fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 }),
      async (made, ranks, sizes) => {
        const folder = tempFolder()
        const files = made.map((one) => write(folder, one))
        const inOrder = await load(
          files.map(({ path }) => path),
          [files.length],
        )
        const shuffled = files
          .map(({ path }, index) => ({ path, rank: ranks[index] ?? 0 }))
          .sort((left, right) => left.rank - right.rank)
          .map(({ path }) => path)
        const again = shuffled.filter((_, index) => (ranks[index + 1] ?? 0) % 2 === 0)
        const anyOrder = await load([...shuffled, ...again], sizes)

        const marts = await martsOf(anyOrder)
        const expected = await martsOf(inOrder)
        // How often a kind was loaded depends on nothing but the files.
        expect(marts).toEqual(expected)
        const shown = await read(
          anyOrder,
          `select record_id, status from marts.voices where kind = 'petitions' order by record_id`,
        )
        const states = lastStates(files)
        expect(Object.fromEntries(shown.map((row) => [row['record_id'], row['status']]))).toEqual(states)
        await inOrder.close()
        await anyOrder.close()
      },
    ),
    { numRuns: faultTimes(3, 40), seed: 20260301 },
  )
}, 900_000)
