import { IngestError, type IngestErrorCode } from '../../errors.ts'

const maxRedirects = 5

export interface PageRequest {
  readonly url: string
  readonly method: 'GET' | 'POST'
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
}

export interface PageAnswer {
  readonly text: string
  readonly headers: Headers
  readonly url: string
}

export interface RequestLimits {
  readonly requestMs: number
  readonly maxBytes: number
  readonly signal: AbortSignal
}

/** A failed request; `retry` tells whether another attempt may succeed, and after how many ms at the earliest. */
export class RequestFailure extends IngestError {
  readonly retry: boolean
  readonly afterMs: number

  constructor(
    code: IngestErrorCode,
    message: string,
    place: string,
    retry: { again: boolean; afterMs?: number; cause?: unknown },
  ) {
    super(code, message, place, { cause: retry.cause })
    this.retry = retry.again
    this.afterMs = retry.afterMs ?? 0
  }
}

/** One request with its redirects inside the same host, its time and size limits. Throws RequestFailure. */
export async function requestPage(page: PageRequest, limits: RequestLimits, now: Date): Promise<PageAnswer> {
  const place = new URL(page.url).host
  const timeout = AbortSignal.timeout(limits.requestMs)
  const signal = AbortSignal.any([limits.signal, timeout])
  try {
    return await follow(page, { ...limits, signal }, now)
  } catch (error) {
    if (error instanceof RequestFailure) throw error
    limits.signal.throwIfAborted()
    if (timeout.aborted)
      throw new RequestFailure(
        'source_timeout',
        `“${place}”在 ${Math.ceil(limits.requestMs / 1000)} 秒内没有答复完。`,
        place,
        { again: true, cause: error },
      )
    throw networkFailure(error, place)
  }
}

async function follow(page: PageRequest, limits: RequestLimits, now: Date): Promise<PageAnswer> {
  let next = page
  for (let hops = 0; hops <= maxRedirects; hops++) {
    const { url, method, headers, body } = next
    const response = await fetch(url, { method, headers, body, redirect: 'manual', signal: limits.signal })
    const target = response.headers.get('location')
    if (response.status < 300 || response.status >= 400 || target === null)
      return readAnswer(response, { url, limits, now })
    await response.body?.cancel()
    next = redirected(next, target, response.status)
  }
  const { host } = new URL(page.url)
  throw new RequestFailure('source_redirect', `“${host}”来回转向，请核对网址。`, host, { again: false })
}

/** The request at its new address: on the same host only, for it carries the token. */
function redirected(page: PageRequest, target: string, status: number): PageRequest {
  const from = new URL(page.url)
  const to = URL.canParse(target, page.url) ? new URL(target, page.url) : null
  if (to?.host !== from.host || (from.protocol === 'https:' && to.protocol !== 'https:'))
    throw new RequestFailure(
      'source_redirect',
      `“${from.host}”把请求转到了另一台主机，已停止以免口令外泄。请核对网址。`,
      from.host,
      { again: false },
    )
  const becomesGet = status === 303 || (page.method === 'POST' && status < 307)
  return becomesGet ? { ...page, url: to.href, method: 'GET', body: null } : { ...page, url: to.href }
}

async function readAnswer(
  response: Response,
  { url, limits, now }: { url: string; limits: RequestLimits; now: Date },
): Promise<PageAnswer> {
  const { host } = new URL(url)
  if (!response.ok) {
    await response.body?.cancel()
    throw statusFailure(response, host, now)
  }
  const bytes = await readBody(response, host, limits.maxBytes)
  const text = decode(bytes, response.headers.get('content-type') ?? '')
  if (isHtml(text, response.headers.get('content-type') ?? ''))
    throw new RequestFailure(
      'source_html',
      `“${host}”答复的是网页而不是数据，多半是登录过期、口令失效或网址不对。`,
      host,
      { again: false },
    )
  return { text, headers: response.headers, url }
}

async function readBody(response: Response, host: string, maxBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > maxBytes)
      throw new RequestFailure(
        'source_too_large',
        `“${host}”一次答复超过 ${Math.round(maxBytes / 1024 / 1024)} MB 的上限。请调小每页条数，或提高 max_mb。`,
        host,
        { again: false },
      )
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function decode(bytes: Buffer, contentType: string): string {
  const charset = /charset=["']?([\w-]+)/i.exec(contentType)?.[1]?.toLowerCase() ?? 'utf-8'
  const encoding = charset.startsWith('gb') ? 'gb18030' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}

function isHtml(text: string, contentType: string): boolean {
  return /text\/html/i.test(contentType)
    ? !/^\s*[[{]/.test(text)
    : /^\s*<(!doctype|html|head|body)/i.test(text)
}

function statusFailure(response: Response, host: string, now: Date): RequestFailure {
  const { status } = response
  if (status === 401 || status === 403)
    return new RequestFailure(
      'source_credentials',
      `“${host}”拒绝了口令（${status}）。请核对环境变量里的口令是否过期。`,
      host,
      { again: false },
    )
  if (status === 429)
    return new RequestFailure('source_throttled', `“${host}”要求放慢（429），多次等待后仍未放行。`, host, {
      again: true,
      afterMs: retryAfter(response.headers.get('retry-after'), now),
    })
  const afterMs = retryAfter(response.headers.get('retry-after'), now)
  const again = status === 408 || status >= 500
  const advice = status === 404 ? '请核对网址。' : '请把状态码告诉对方的管理员。'
  return new RequestFailure('source_status', `“${host}”答复了错误状态 ${status}。${advice}`, host, {
    again,
    afterMs,
  })
}

/** Seconds or an HTTP date, as ms from now; 0 without it. */
function retryAfter(header: string | null, now: Date): number {
  if (header === null) return 0
  if (/^\d+$/.test(header.trim())) return Number(header) * 1000
  const date = Date.parse(header)
  return Number.isNaN(date) ? 0 : Math.max(0, date - now.getTime())
}

function networkFailure(error: unknown, host: string): RequestFailure {
  const cause = error instanceof Error ? (error.cause ?? error) : error
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  if (code === 'UND_ERR_SOCKET' || code === 'ECONNRESET' || code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH')
    return new RequestFailure('source_truncated', `“${host}”的答复没有传完，连接就断了。`, host, {
      again: true,
      cause: error,
    })
  return new RequestFailure(
    'source_unreachable',
    `连接不上“${host}”。请核对地址、网络和对方服务是否开着。`,
    host,
    { again: true, cause: error },
  )
}
