import { tableFromIPC } from 'apache-arrow'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { apiStatements, openWarehouse, type Warehouse } from '#warehouse'
import { loadRows, payment } from '#tests/loads.ts'
import { probe, read } from '#tests/sql-probe.ts'

let warehouse: Warehouse
beforeAll(async () => {
  warehouse = await openWarehouse({ memory: true })
})
afterAll(async () => {
  await warehouse.close()
})

test('values arrive as plain JavaScript, money and times as text', async () => {
  const rows = await read(
    warehouse,
    `select 1234.50::decimal(18, 2) as money, 12::bigint as count, 0.5::double as share, true as flag, null as nothing,
            timestamp '2025-01-02 03:04:05' as at_time, date '2025-01-02' as on_date, ['甲', null] as list,
            {'a': 1::bigint} as struct, (-5)::hugeint as big`,
  )
  expect(rows).toEqual([
    {
      money: '1234.50',
      count: 12,
      share: 0.5,
      flag: true,
      nothing: null,
      at_time: '2025-01-02T03:04:05Z',
      on_date: '2025-01-02',
      list: ['甲', null],
      struct: { a: 1 },
      big: -5,
    },
  ])
  await expect(read(warehouse, 'select 9007199254740993::bigint as n')).rejects.toMatchObject({
    code: 'WH_VALUE_UNSAFE',
  })
})

test('parameters bind by name: text to dates, numbers, lists, and what is missing as null', async () => {
  const query = probe(
    `select $day::date as day, $count::integer as count, $missing::varchar is null as missing,
            list_contains($ids::varchar[], 'b') as has_b, $flag::boolean as flag`,
  )
  expect(await warehouse.query(query, { day: '2025-01-02', count: 7, ids: ['a', 'b'], flag: false })).toEqual(
    [{ day: '2025-01-02', count: 7, missing: true, has_b: true, flag: false }],
  )
})

test('a slow query is interrupted and its connection lives on', async () => {
  const slow = probe('select count(*) as n from range(100000000) a, range(100000) b')
  await expect(warehouse.query(slow, {}, { timeoutMs: 50 })).rejects.toMatchObject({
    code: 'WH_QUERY_TIMEOUT',
  })
  expect(await read(warehouse, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('only selects run as queries, and errors name the query, not its values', async () => {
  await expect(read(warehouse, 'create table t as select 1')).rejects.toMatchObject({
    code: 'WH_QUERY_NOT_SELECT',
  })
  const failing = warehouse.query(probe('select $text::integer as n'), { text: '不是数字' })
  await expect(failing).rejects.toMatchObject({ code: 'WH_QUERY_FAILED' })
  await expect(failing).rejects.not.toThrow('不是数字')
})

test('no query can reach a file or the network', async () => {
  await expect(read(warehouse, "select * from read_csv('/etc/passwd')")).rejects.toMatchObject({
    code: 'WH_QUERY_FAILED',
  })
  await expect(read(warehouse, "select * from '/tmp/x.parquet'")).rejects.toMatchObject({
    code: 'WH_QUERY_FAILED',
  })
})

test('a kept result cannot be changed by the caller who got it, and a publish replaces it', async () => {
  const count = 'select count(*) as rows from marts.payments'
  const [first] = await read(warehouse, count)
  expect(first).toEqual({ rows: 0 })
  if (first) first['rows'] = 99
  expect(await read(warehouse, count)).toEqual([{ rows: 0 }])
  await loadRows(warehouse, { kind: 'payments', fileName: 'p.csv', rows: [payment('V1', '1.00')] })
  expect(await read(warehouse, count)).toEqual([{ rows: 1 }])
})

test('a state write is seen by the next read of the same query', async () => {
  const users = "select count(*) as users from state.users where name = '张示例'"
  expect(await read(warehouse, users)).toEqual([{ users: 0 }])
  await warehouse.execute(apiStatements.addUser, {
    user_id: 'u1',
    name: '张示例',
    display_name: '张示例',
    role: 'data',
    password_hash: 'x',
    at: '2026-01-01T00:00:00Z',
  })
  expect(await read(warehouse, users)).toEqual([{ users: 1 }])
})

test('columns and Arrow hold what the rows hold', async () => {
  const query = probe(
    `select n::bigint as n, (n / 2)::double as half, case when n % 3 = 0 then null else '区' || (n % 2) end as district,
            n % 2 = 0 as is_even, (n * 1.01)::decimal(18, 2) as amount
     from range(1000) as numbers(n) order by n`,
  )
  const rows = await warehouse.query(query, {})
  const columns = await warehouse.columns(query, {})
  expect(columns).toHaveProperty(
    'district',
    rows.map((row) => (row as { district: unknown }).district),
  )
  const table = tableFromIPC(await warehouse.arrow(query, {}))
  expect(table.toArray().map((row: { toJSON(): unknown }) => row.toJSON())).toEqual(rows)
  expect(String(table.schema.fields.find((field) => field.name === 'district')?.type)).toContain('Dictionary')
  const empty = tableFromIPC(await warehouse.arrow(probe("select 'x' as a where false"), {}))
  expect(empty.numRows).toBe(0)
  expect(empty.schema.fields.map((field) => field.name)).toEqual(['a'])
})

test('a large result comes part by part as JSON, in its order, with what each row is kept under', async () => {
  const query = probe(
    `select n::bigint as n, (n / 8)::double as share, '区"' || (n % 2) as name, (n * 1.01)::decimal(18, 2) as amount,
            date '2025-01-02' + n::integer as day, nullif(n % 2 = 0, true) as flag, (2024 + n % 2)::integer as year
     from range(5000) as numbers(n) order by n desc`,
  )
  const found: { keys: string[]; rows: unknown[]; parts: number } = { keys: [], rows: [], parts: 0 }
  await warehouse.jsonRows(query, {}, 'year' as never, ({ names, keys, rows }) => {
    found.keys.push(...keys)
    found.parts += 1
    for (const row of rows) {
      const cells = JSON.parse(row) as unknown[]
      found.rows.push(Object.fromEntries(names.map((name, index) => [name, cells[index]])))
    }
  })
  const rows = await warehouse.query(query, {})
  expect(found.rows).toEqual(rows)
  expect(found.keys).toEqual(rows.map((row) => String((row as { year: number }).year)))
  expect(found.parts).toBeGreaterThan(1)
  const refuse = () => Promise.reject(new Error('enough'))
  await expect(warehouse.jsonRows(query, {}, null, refuse)).rejects.toMatchObject({
    code: 'WH_QUERY_FAILED',
  })
  expect(await read(warehouse, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('a result that breaks off on the way is an error and no short result', async () => {
  const late = probe(
    "select (case when n = 900000 then 'x' || n else n::varchar end)::integer as n from range(1000000) as numbers(n)",
  )
  await expect(warehouse.jsonRows(late, {}, null, () => undefined)).rejects.toMatchObject({
    code: 'WH_QUERY_FAILED',
  })
  const long = probe('select n from range(1000000) as numbers(n)')
  const slow = () => new Promise<void>((resolve) => setTimeout(resolve, 20))
  await expect(warehouse.jsonRows(long, {}, null, slow, { timeoutMs: 150 })).rejects.toMatchObject({
    code: 'WH_QUERY_TIMEOUT',
  })
  expect(await read(warehouse, 'select 1 as one')).toEqual([{ one: 1 }])
})

// A statement prepared on the empty table and run again after these inserts answers 0, and garbles group keys.
test('rows inserted after a query first ran are found by it', async () => {
  const named =
    "select name, count(*) as users from state.users where name = '李示例' group by name order by name"
  const grouped = 'select name, count(*) as users from state.users group by name order by name'
  await Promise.all([named, grouped, named, grouped].map((sql) => read(warehouse, sql)))
  await warehouse.execute(apiStatements.addUser, {
    user_id: 'u2',
    name: '李示例',
    display_name: '李示例',
    role: 'data',
    password_hash: 'x',
    at: '2026-01-01T00:00:00Z',
  })
  expect(await read(warehouse, named)).toEqual([{ name: '李示例', users: 1 }])
  expect(await read(warehouse, grouped)).toContainEqual({ name: '李示例', users: 1 })
})
