import { afterEach, describe, expect, it } from 'vitest'
import { message, sendJson, type Answer } from '#tests/json-source.ts'
import type { HttpSettings, PagingSettings } from '../../../ingest/intake/declare/schema.ts'
import { pull, secret, server, stopServer } from './pull-answer.ts'

afterEach(stopServer)

const three = [message(1), message(2), message(3)]

describe('what a source answers', () => {
  it('takes the list of an answer, at a path or found', async () => {
    expect(
      (
        await pull((_, response) => {
          sendJson(response, three)
        })
      ).records,
    ).toEqual(three)
    const nested: Answer = (_, response) => {
      sendJson(response, { code: 0, data: { rows: three } })
    }
    expect((await pull(nested, { records: 'data.rows' })).records).toEqual(three)
  })

  it('does not choose between lists with the same columns', async () => {
    const answer: Answer = (_, response) => {
      sendJson(response, { open: [message(1)], closed: [message(2), message(3)] })
    }
    const { records, error } = await pull(answer)
    expect(records).toEqual([])
    expect(error).toMatchObject({
      code: 'source_records',
      message: expect.stringContaining('“open”（1 条）、“closed”（2 条），') as string,
    })
    expect((await pull(answer, { records: 'open' })).records).toEqual([message(1)])
  })

  it('keeps every digit of long numbers', async () => {
    const { records } = await pull((_, response) => {
      response.end(
        '{"rows":[{"id":1234567890123456789,"金额":12345678901234.56,"短":12,"文":"9876543210123456789"}]}',
      )
    })
    expect(records).toEqual([
      { id: '1234567890123456789', 金额: '12345678901234.56', 短: 12, 文: '9876543210123456789' },
    ])
  })

  it('fills in the window and sends the token in a header that is never part of an error', async () => {
    const settings: Partial<HttpSettings> = {
      query: { from: '{since}', to: '{until}' },
      token: { env: 'HUIZHI_SOURCE_BOARD', header: 'X-Token', prefix: '' },
      retries: 0,
    }
    const window = { since: '2026-03-01 00:00:00', until: '2026-03-02 00:00:00' }
    await pull(
      (_, response) => {
        sendJson(response, three)
      },
      settings,
      window,
    )
    expect(server?.requests[0]?.headers['x-token']).toBe(secret)
    expect(server?.requests[0]?.url).toContain('from=2026-03-01+00%3A00%3A00&to=2026-03-02')
    const { error } = await pull(
      (_, response) => {
        sendJson(response, {}, 403)
      },
      settings,
      window,
    )
    expect(error?.code).toBe('source_credentials')
    expect(JSON.stringify(error) + (error?.message ?? '')).not.toContain(secret)
  })

  it('posts a body with the window and the page in it', async () => {
    await pull(
      (_, response, { body }) => {
        const { page } = JSON.parse(body) as { page: string }
        sendJson(response, { rows: page === '1' ? three : [] })
      },
      { method: 'POST', body: { 条件: { 起: '{since}' } }, paging: { type: 'page' } },
      { since: '2026-03-01', until: '' },
    )
    expect(server?.requests.map(({ body }) => JSON.parse(body) as unknown)).toEqual([
      { 条件: { 起: '2026-03-01' }, page: '1' },
      { 条件: { 起: '2026-03-01' }, page: '2' },
    ])
  })

  it('says which environment variable is missing', async () => {
    const { error } = await pull(
      (_, response) => {
        sendJson(response, three)
      },
      {
        token: { env: 'HUIZHI_SOURCE_NONE' },
      },
    )
    expect(error?.code).toBe('source_credentials')
    expect(error?.message).toContain('HUIZHI_SOURCE_NONE')
  })
})

describe('pages', () => {
  const all = Array.from({ length: 7 }, (_, index) => message(index))
  const cut = (from: number) => all.slice(from, from + 3)
  const base: Partial<HttpSettings> = { records: 'rows' }

  it.each<[string, PagingSettings, Answer]>([
    [
      'numbered',
      { type: 'page', size: 3, size_parameter: 'size' },
      (_, response, { url }) => {
        sendJson(response, { rows: cut((Number(url.searchParams.get('page')) - 1) * 3) })
      },
    ],
    [
      'by offset',
      { type: 'offset', parameter: 'start' },
      (_, response, { url }) => {
        sendJson(response, { rows: cut(Number(url.searchParams.get('start'))) })
      },
    ],
    [
      'by cursor',
      { type: 'cursor', path: 'next', parameter: 'after' },
      (_, response, { url }) => {
        const from = Number(url.searchParams.get('after') ?? 0)
        sendJson(response, { rows: cut(from), next: from + 3 < 7 ? from + 3 : null })
      },
    ],
    [
      'by the next address',
      { type: 'next-link', path: 'links.next' },
      (_, response, { url }) => {
        const from = Number(url.searchParams.get('from') ?? 0)
        sendJson(response, { rows: cut(from), links: { next: from + 3 < 7 ? `?from=${from + 3}` : '' } })
      },
    ],
    [
      'by Link header',
      { type: 'link-header' },
      (_, response, { url }) => {
        const from = Number(url.searchParams.get('from') ?? 0)
        if (from + 3 < 7)
          response.setHeader('link', `</first>; rel="first", </x?from=${from + 3}>; rel="next"`)
        sendJson(response, { rows: cut(from) })
      },
    ],
    [
      'until it says there is no more',
      { type: 'page', more: 'more' },
      (_, response, { url }) => {
        const page = Number(url.searchParams.get('page'))
        sendJson(response, { rows: cut((page - 1) * 3), more: page < 3 })
      },
    ],
  ])('%s', async (_, paging, answer) => {
    const { records, error } = await pull(answer, { ...base, paging })
    expect(error).toBeNull()
    expect(records).toEqual(all)
    expect(server?.requests.length).toBeLessThanOrEqual(4)
  })

  it.each<[string, PagingSettings, Answer]>([
    [
      'a cursor that comes back',
      { type: 'cursor', path: 'next' },
      (_, response) => {
        sendJson(response, { rows: three, next: 'a' })
      },
    ],
    [
      'a page number that is ignored',
      { type: 'page' },
      (_, response) => {
        sendJson(response, { rows: three })
      },
    ],
    [
      'a next address that leads back',
      { type: 'next-link', path: 'next' },
      (_, response) => {
        sendJson(response, { rows: three, next: '/api/messages?again=1' })
      },
    ],
  ])('stops at %s', async (_, paging, answer) => {
    const { error } = await pull(answer, { ...base, paging })
    expect(error?.code).toBe('source_endless')
    expect(server?.requests.length).toBeLessThan(5)
  })

  it('stops at the most pages allowed', async () => {
    let count = 0
    const { error } = await pull(
      (_, response) => {
        sendJson(response, { rows: [message(count++)] })
      },
      {
        ...base,
        paging: { type: 'page' },
        max_pages: 5,
      },
    )
    expect(error?.code).toBe('source_endless')
    expect(server?.requests).toHaveLength(5)
  })

  it('follows no next address to another host', async () => {
    const { error } = await pull(
      (_, response) => {
        sendJson(response, { rows: three, next: 'http://127.0.0.2:9/x' })
      },
      { ...base, paging: { type: 'next-link', path: 'next' } },
    )
    expect(error?.code).toBe('source_redirect')
  })
})

describe('a source in trouble', () => {
  it('is asked again after a 500, with growing waits, and gives its data in the end', async () => {
    const { records, waits } = await pull((_, response, { count }) => {
      if (count < 4) sendJson(response, {}, 500)
      else sendJson(response, three)
    })
    expect(records).toEqual(three)
    expect(waits).toEqual([500, 1000, 2000])
  })

  it('is waited for as long as Retry-After asks', async () => {
    const { records, waits } = await pull((_, response, { count }) => {
      if (count === 1) response.writeHead(429, { 'retry-after': '7' }).end()
      else sendJson(response, three)
    })
    expect(records).toEqual(three)
    expect(waits).toEqual([7000])
  })

  it('is not waited for beyond the total time', async () => {
    const { error, waits } = await pull(
      (_, response) => response.writeHead(429, { 'retry-after': '3600' }).end(),
      { total_minutes: 1 },
    )
    expect(error?.code).toBe('source_throttled')
    expect(waits).toEqual([])
  })

  it.each<[string, string, Answer, Partial<HttpSettings>]>([
    ['hangs', 'source_timeout', () => undefined, { request_seconds: 0.3 }],
    [
      'hangs in the middle of its answer',
      'source_timeout',
      (_, response) => response.writeHead(200).write('[{"a":1},'),
      { request_seconds: 0.3 },
    ],
    ['never ends', 'source_timeout', () => undefined, { total_minutes: 0.005 }],
    [
      'answers a sign-in page',
      'source_html',
      (_, response) =>
        response.setHeader('content-type', 'text/html').end('<!DOCTYPE html><title>登录</title>'),
      {},
    ],
    [
      'calls a page JSON',
      'source_html',
      (_, response) => response.setHeader('content-type', 'application/json').end('<html></html>'),
      {},
    ],
    [
      'cuts its answer off',
      'source_truncated',
      (_, response) => {
        response.writeHead(200, { 'content-length': '1000' })
        response.write('[{"a":1},', () => response.destroy())
      },
      {},
    ],
    [
      'ends in the middle of the JSON',
      'source_truncated',
      (_, response) => response.end('[{"a":1},{"b"'),
      {},
    ],
    [
      'answers more than is allowed',
      'source_too_large',
      (_, response) => {
        sendJson(response, [{ text: 'x'.repeat(300_000) }])
      },
      { max_mb: 0.1 },
    ],
    [
      'sends us elsewhere',
      'source_redirect',
      (_, response) => response.writeHead(302, { location: 'http://127.0.0.2:9/other' }).end(),
      {},
    ],
    [
      'sends us round in circles',
      'source_redirect',
      (_, response) => response.writeHead(302, { location: '/x' }).end(),
      {},
    ],
    [
      'knows no such address',
      'source_status',
      (_, response) => {
        sendJson(response, {}, 404)
      },
      {},
    ],
    [
      'has no list',
      'source_records',
      (_, response) => {
        sendJson(response, { code: 0, msg: 'ok' })
      },
      {},
    ],
  ])('%s: %s', async (_, code, answer, settings) => {
    const { error } = await pull(answer, { retries: 1, ...settings })
    expect(error?.code).toBe(code)
    expect(error?.message).toMatch(/[\u4e00-\u9fff]/)
  })

  it('is not there', async () => {
    const { error } = await pull(() => undefined, { url: 'http://127.0.0.1:9/x', retries: 1 })
    expect(error?.code).toBe('source_unreachable')
  })

  it('follows a redirect on its own host', async () => {
    const { records } = await pull((_, response, { url }) => {
      if (url.pathname === '/api/messages') response.writeHead(302, { location: '/v2' }).end()
      else sendJson(response, three)
    })
    expect(records).toEqual(three)
  })
})
