import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ReplayBuffer } from '../../api/events/replay-buffer.ts'
import { formatEvent, parseLastEventId } from '../../api/events/sse-format.ts'
import { safeFileName, uniqueFileName } from '../../api/jobs/safe-file-name.ts'
import { toCounts, toLabelled, toTexts } from '../../api/json-text.ts'
import { sliceOf, toPage, toPageOf } from '../../api/paging.ts'
import { perPublish } from '../../api/per-publish.ts'
import { hashPassword, verifyPassword } from '../../api/accounts/password.ts'
import { renderErrorsPage, apiErrorChapters } from '#api'

describe('file names', () => {
  it('can only be a file in their folder, whatever was sent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (given) => {
        const name = safeFileName(given)
        expect(name).not.toMatch(/[/\\\0]/)
        expect(name.startsWith('.')).toBe(false)
        expect(name.trim()).not.toBe('')
        expect(Array.from(name).length).toBeLessThanOrEqual(140)
      }),
    )
  })

  it.each([
    ['附件3.xlsx', '附件3.xlsx'],
    ['..\\..\\windows\\系统.csv', '系统.csv'],
    ['../../x', 'x'],
    ['con.csv', '文件_con.csv'],
    ['a\u202egpj.csv', 'a_gpj.csv'],
    ['', '文件_'],
  ])('%j becomes %j', (given, expected) => {
    expect(safeFileName(given)).toBe(expected)
  })

  it('differ within one upload', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a.csv', 'a(2).csv', 'b'), { maxLength: 12 }), (names) => {
        const taken = new Set<string>()
        for (const name of names) taken.add(uniqueFileName(name, taken))
        expect(taken.size).toBe(names.length)
      }),
    )
  })
})

describe('pages', () => {
  it('put together are the list, each item once', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.integer({ min: 1, max: 20 }), (total, limit) => {
        const all = Array.from({ length: total }, (_, index) => ({ index, total }))
        const seen: number[] = []
        let cursor: string | null = ''
        while (cursor !== null) {
          const page = toPage({ limit, ...(cursor === '' ? {} : { cursor }) })
          const rows = all.slice(page.offset, page.offset + page.limit)
          const paged = toPageOf(rows, page, (row) => row.index)
          expect(paged).toEqual({ ...sliceOf(all, page), items: paged.items })
          seen.push(...paged.items)
          cursor = paged.nextCursor
        }
        expect(seen).toEqual(all.map((row) => row.index))
      }),
    )
  })
})

describe('replay', () => {
  it('gives every missed publish in order, or one that asks for everything', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: -2, max: 45 }), (published, lastId) => {
        const buffer = new ReplayBuffer(10)
        const at = '2026-01-01T00:00:00Z'
        for (let version = 1; version <= published; version++) buffer.push({ version, tables: ['t'], at })
        const missed = buffer.since(lastId, { version: published, at })
        const expected = Array.from(
          { length: Math.max(0, published - lastId) },
          (_, index) => lastId + 1 + index,
        )
        const isWhole = lastId >= 0 && lastId <= published && expected.length <= 10
        expect(missed.map((event) => event.version)).toEqual(isWhole ? expected : [published])
        if (!isWhole) expect(missed[0]?.tables).toEqual(['*'])
      }),
    )
  })

  it('frames data so that no text can end an event', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const framed = formatEvent({ id: 1, type: 'publish', data: { text } })
        expect(framed.split('\n\n')).toHaveLength(2)
        const line = framed.split('\n').find((part) => part.startsWith('data: ')) ?? ''
        expect(JSON.parse(line.slice(6))).toEqual({ text })
      }),
    )
  })

  it('takes only our ids', () => {
    expect(parseLastEventId('12')).toBe(12)
    expect([undefined, '', 'x', '-1', '1e9', ['1']].map(parseLastEventId)).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
    ])
  })
})

describe('JSON columns', () => {
  it('are read in the shapes they come in', () => {
    expect(toTexts('["a", {"name": "b", "voices": 2}, 3]')).toEqual(['a', 'b'])
    expect(toTexts(null)).toEqual([])
    expect(toTexts('{ broken')).toEqual([])
    expect(toLabelled('{"占比": 0.4}')).toEqual([{ label: '占比', value: '0.4' }])
    expect(toLabelled('[{"name": "n", "value": 2}, "句子"]')).toEqual([
      { label: 'n', value: '2' },
      { label: '', value: '句子' },
    ])
    expect(toCounts('{"a": 1, "b": 5, "c": "x"}')).toEqual([
      { code: 'b', count: 5 },
      { code: 'a', count: 1 },
    ])
  })
})

describe('one computation per publish', () => {
  it('is shared by all who ask, redone after a publish, and not kept when it failed', async () => {
    let version = 1
    let runs = 0
    const read = perPublish(
      () => version,
      async () => {
        runs += 1
        if (runs === 3) throw new Error('no')
        return runs
      },
    )
    expect(await Promise.all([read(), read(), read()])).toEqual([1, 1, 1])
    version = 2
    expect(await read()).toBe(2)
    version = 3
    await expect(read()).rejects.toThrow('no')
    expect(await read()).toBe(4)
  })
})

it('hashes with a salt of its own and keeps the cost beside the hash', async () => {
  const [first, second] = await Promise.all([hashPassword('口令口令'), hashPassword('口令口令')])
  expect(first).not.toBe(second)
  expect(await verifyPassword('口令口令', first)).toBe(true)
  expect(await verifyPassword('口令口令 ', first)).toBe(false)
  expect(await verifyPassword('口令口令', null)).toBe(false)
})

it('renders the page of error codes with every code once', () => {
  const page = renderErrorsPage(apiErrorChapters())
  const codes = [...page.matchAll(/^\| `([A-Z_]+)` \|/gm)].map((match) => match[1])
  expect(new Set(codes).size).toBe(codes.length)
  expect(codes).toContain('API_SIGN_IN_REQUIRED')
})
