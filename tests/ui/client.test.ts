import { afterEach, describe, expect, it, vi } from 'vitest'
import { address, networkProblem, ProblemError, readableText, request } from '#ui'

function answer(body: unknown, status = 200, type = 'application/json'): void {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => new Response(text, { status, headers: { 'content-type': type } })),
  )
}

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('addresses', () => {
  it('are equal for equal filters, whatever their order, and hold no empty ones', () => {
    expect(address('/voices', { to: '2025-01-01', q: '路灯 坏', from: undefined, kind: '' })).toBe(
      '/api/v1/voices?q=%E8%B7%AF%E7%81%AF+%E5%9D%8F&to=2025-01-01',
    )
    expect(address('/voices', { b: 1, a: 2 })).toBe(address('/voices', { a: 2, b: 1 }))
  })
})

describe('request', () => {
  it('gives the body of a good answer', async () => {
    answer({ total: 3 })
    await expect(request<{ total: number }>('/voices')).resolves.toEqual({ total: 3 })
  })

  it('throws the problem the server describes', async () => {
    answer(
      { status: 409, code: 'ING_BUSY', title: '正在导入', detail: '请稍后' },
      409,
      'application/problem+json',
    )
    const error = await request('/x').catch((reason: unknown) => reason)
    expect(error).toMatchObject({ status: 409, code: 'ING_BUSY', title: '正在导入', detail: '请稍后' })
  })

  it('makes a sentence of a proxy page', async () => {
    answer('<html>Bad gateway</html>', 502, 'text/html')
    await expect(request('/x')).rejects.toMatchObject({ code: 'HTTP_502', title: '服务器出错，请稍后重试' })
  })

  it('says that the server is away when no answer comes', async () => {
    vi.stubGlobal(
      'fetch',
      vi.fn(async () => Promise.reject(new TypeError('Failed to fetch'))),
    )
    await expect(request('/x')).rejects.toMatchObject({ code: 'NETWORK', status: 0 })
    expect(networkProblem(null)).toBeInstanceOf(ProblemError)
  })

  it('lets an abort through as an abort', async () => {
    const abort = new AbortController()
    vi.stubGlobal(
      'fetch',
      vi.fn(async () => Promise.reject(new DOMException('stop', 'AbortError'))),
    )
    abort.abort()
    await expect(request('/x', { signal: abort.signal })).rejects.toMatchObject({ name: 'AbortError' })
  })
})

describe('readable text', () => {
  it.each([
    ['一<br/>&nbsp;&nbsp;<br/>二', '一\n二'],
    ['<p style="x">甲</p><p>乙</p>', '甲\n乙'],
    ['3 < 5 且 a>b', '3 < 5 且 a>b'],
    ['&lt;b&gt;', '<b>'],
    ['\u3000\u3000尊敬的领导：\n\u3000\u3000您好', '尊敬的领导：\n您好'],
  ])('turns %j into %j', (raw, text) => {
    expect(readableText(raw)).toBe(text)
  })
})
