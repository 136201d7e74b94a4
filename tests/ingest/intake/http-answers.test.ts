import { afterEach, describe, expect, it } from 'vitest'
import { message, sendJson, type Answer } from '#tests/json-source.ts'
import type { HttpSettings, PagingSettings } from '../../../ingest/intake/declare/schema.ts'
import { pull, secret, server, stopServer } from './pull-answer.ts'

afterEach(stopServer)

const three = [message(1), message(2), message(3)]

describe('an error in the body of a 200', () => {
  const busy = '系统繁忙，\u0000请稍后\n再试'

  it('is asked again after an error in the body of a 200, also on a later page, and is quoted', async () => {
    const answer: Answer = (_, response, { url }) => {
      if (url.searchParams.get('page') === '2') sendJson(response, { code: 500, msg: busy, data: [] })
      else sendJson(response, { code: 200, data: three })
    }
    const { error, waits } = await pull(answer, { records: 'data', paging: { type: 'page' }, retries: 2 })
    expect(error).toMatchObject({ code: 'source_refused' })
    expect(error?.message).toContain('“系统繁忙， 请稍后 再试”')
    expect(waits).toEqual([500, 1000])
  })

  it('is quoted without our token and personal data', async () => {
    const words = `token失效：${secret}，请联系 13800138000，${'长'.repeat(200)}`
    const { error } = await pull(
      (_, response) => {
        sendJson(response, { errcode: '40001', errmsg: words })
      },
      { token: { env: 'HUIZHI_SOURCE_BOARD' }, retries: 0 },
    )
    expect(error?.code).toBe('source_refused')
    expect(error?.message).toContain('token失效：***')
    expect(error?.message).not.toMatch(new RegExp(`${secret}|13800138000|长{90}`))
  })

  it.each<[string, unknown, boolean]>([
    ['nothing new', { code: '0000', msg: '暂无数据', data: [] }, false],
    ['a success with a code of its own', { code: 1, msg: '操作成功', data: [] }, false],
    ['an empty answer without a sign', { data: [] }, false],
    ['records beside a state', { status: '办理中', data: three }, false],
    ['a flag', { success: false, data: [] }, true],
    ['a text code', { ret: 'FAIL', data: null }, true],
    ['an error in an object', { error: { message: 'denied' }, data: [] }, true],
  ])('is understood by the usual signs: %s', async (_, body, isRefused) => {
    const { error } = await pull(
      (__, response) => {
        sendJson(response, body)
      },
      { records: 'data', retries: 0 },
    )
    expect(error?.code).toBe(isRefused ? 'source_refused' : undefined)
  })

  it('is held to the sign of success it names', async () => {
    const codes = async (code: unknown) => {
      return pull(
        (_, response) => {
          sendJson(response, { head: { code }, data: code === 9 ? three : [] })
        },
        { records: 'data', success: { field: 'head.code', values: [404, '0'] }, retries: 0 },
      )
    }
    expect((await codes(404)).error).toBeNull()
    expect((await codes(0)).error).toBeNull()
    expect((await codes(9)).error?.code).toBe('source_refused')
    expect((await codes(undefined)).error?.code).toBe('source_refused')
  })
})

describe('the end of a list', () => {
  const all = Array.from({ length: 7 }, (_, index) => message(index))
  const cut = (from: number) => all.slice(from, from + 3)
  const base: Partial<HttpSettings> = { records: 'rows' }
  const page = (url: URL) => Number(url.searchParams.get('page'))
  const numbered: PagingSettings = { type: 'page', size: 3 }

  it('goes on after a page that is not full until the stated total is reached, and asks no further', async () => {
    const sizes = [0, 3, 5, 7]
    const { records } = await pull(
      (_, response, { url }) => {
        // One more arrives while the pages are turned; beyond the last the last is answered again.
        const at = Math.min(page(url), 3)
        sendJson(response, { total: page(url) === 1 ? 6 : '7', rows: all.slice(sizes[at - 1], sizes[at]) })
      },
      { ...base, paging: numbered },
    )
    expect(records).toEqual(all)
    expect(server?.requests).toHaveLength(3)
  })

  it('takes no number of records of the page itself for a total, and none where told so', async () => {
    const answer =
      (more: object): Answer =>
      (_, response, { url }) => {
        const rows = cut((page(url) - 1) * 3)
        sendJson(response, { rows, count: rows.length, ...more })
      }
    expect((await pull(answer({}), { ...base, paging: numbered })).notes.stated).toBeNull()
    const { records, notes } = await pull(answer({ total: 3 }), { ...base, total: 'none', paging: numbered })
    expect(records).toEqual(all)
    expect(notes.stated).toBeNull()
  })

  it('ends with a word at a last page that comes again', async () => {
    const six = all.slice(0, 6)
    const { records, notes, error } = await pull(
      (_, response, { url, count }) => {
        sendJson(response, { asked: count, rows: cut(Math.min(page(url) - 1, 1) * 3) })
      },
      { ...base, paging: numbered },
    )
    expect(error).toBeNull()
    expect(records).toEqual(six)
    expect(notes.warnings).toEqual([expect.stringContaining('第 3 页和前一页完全相同')])
  })
})
