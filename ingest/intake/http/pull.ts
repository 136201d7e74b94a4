import { createHash } from 'node:crypto'
import { findRecords, isObject, type JsonObject } from '../../formats/json/records.ts'
import { IngestError } from '../../errors.ts'
import type { HttpSettings } from '../declare/schema.ts'
import { parseExact } from '../../formats/json/exact.ts'
import type { Window } from '../run/mark.ts'
import type { PullTools } from '../run/tools.ts'
import { endless, Pager, type NextPage } from './paging.ts'
import { RequestFailure, requestPage, type PageAnswer, type PageRequest } from './request.ts'

const MB = 1024 * 1024
const maxBackOffMs = 60_000

/**
 * The pages of records an HTTP source answers with, one after another; each is retried with back-off and full jitter.
 * Throws IngestError `source_*`; `signal` ends it, and so does the source's own time limit.
 */
export async function* pullHttp(
  settings: HttpSettings,
  window: Window | null,
  tools: PullTools,
  signal: AbortSignal,
): AsyncGenerator<readonly JsonObject[]> {
  const pull = new HttpPull(settings, window, tools, signal)
  yield* pull.pages()
}

class HttpPull {
  private readonly settings: HttpSettings
  private readonly window: Window | null
  private readonly tools: PullTools
  private readonly stopped: AbortSignal
  private readonly total: AbortSignal
  private readonly deadline: number

  constructor(settings: HttpSettings, window: Window | null, tools: PullTools, signal: AbortSignal) {
    const totalMs = (settings.total_minutes ?? 30) * 60_000
    this.settings = settings
    this.window = window
    this.tools = tools
    this.stopped = signal
    this.total = AbortSignal.timeout(totalMs)
    this.deadline = performance.now() + totalMs
  }

  async *pages(): AsyncGenerator<readonly JsonObject[]> {
    const pager = new Pager(this.settings.paging)
    const maxPages = this.settings.max_pages ?? 10_000
    let next: NextPage | null = pager.first()
    for (let count = 0; next !== null; count++) {
      if (count >= maxPages) throw endless(`已取 ${maxPages} 页`)
      const { answer, document } = await this.fetchDocument(this.pageRequest(next))
      const records = this.recordsOf(document)
      yield records
      next = pager.next({
        document,
        records: records.length,
        fingerprint: createHash('sha256').update(answer.text).digest('base64'),
        headers: answer.headers,
        url: answer.url,
      })
    }
  }

  /** A request and its retries. A body that is no whole JSON counts as cut off, and is asked for again. */
  private async fetchDocument(page: PageRequest): Promise<{ answer: PageAnswer; document: unknown }> {
    const retries = this.settings.retries ?? 4
    for (let attempt = 0; ; attempt++)
      try {
        const answer = await this.requestOnce(page)
        return { answer, document: parseDocument(answer) }
      } catch (error) {
        if (!(error instanceof RequestFailure) || !error.retry || attempt >= retries) throw error
        await this.waitBefore(attempt, error)
      }
  }

  private async requestOnce(page: PageRequest): Promise<PageAnswer> {
    const { request_seconds: seconds = 60, max_mb: megabytes = 64 } = this.settings
    try {
      return await requestPage(
        page,
        {
          requestMs: seconds * 1000,
          maxBytes: megabytes * MB,
          signal: AbortSignal.any([this.stopped, this.total]),
        },
        this.tools.now(),
      )
    } catch (error) {
      this.stopped.throwIfAborted()
      if (this.total.aborted) throw this.outOfTime()
      throw error
    }
  }

  private async waitBefore(attempt: number, failure: RequestFailure): Promise<void> {
    const backOff = this.tools.random() * Math.min(maxBackOffMs, 1000 * 2 ** attempt)
    const wait = Math.max(backOff, failure.afterMs)
    // Waiting beyond the time limit would only delay the bad news.
    if (performance.now() + wait > this.deadline) throw failure
    await this.tools.sleep(wait, this.stopped)
  }

  private outOfTime(): IngestError {
    const { host } = new URL(this.settings.url)
    return new IngestError(
      'source_timeout',
      `从“${host}”取数超过 ${this.settings.total_minutes ?? 30} 分钟的总时限，没有写入任何数据。`,
      host,
    )
  }

  private recordsOf(document: unknown): JsonObject[] {
    const records = findRecords(document, this.settings.records)
    if (records) return records
    const { host } = new URL(this.settings.url)
    const where = this.settings.records === undefined ? '答复里' : `答复的“${this.settings.records}”处`
    throw new IngestError('source_records', `“${host}”的${where}没有记录列表，请核对 records。`, host)
  }

  private pageRequest(next: NextPage): PageRequest {
    const { settings } = this
    const method = settings.method ?? 'GET'
    const parameters = 'parameters' in next ? next.parameters : {}
    const url = new URL('url' in next ? next.url : this.filled(settings.url))
    if (!('url' in next)) this.addQuery(url, method === 'GET' ? parameters : {})
    this.addTokenQuery(url)
    const body = method === 'POST' && !('url' in next) ? this.bodyText(parameters) : null
    return {
      url: url.href,
      method: 'url' in next ? 'GET' : method,
      headers: {
        accept: 'application/json',
        ...settings.headers,
        ...(body === null ? {} : { 'content-type': 'application/json' }),
        ...this.tokenHeader(),
      },
      body,
    }
  }

  private addQuery(url: URL, parameters: Readonly<Record<string, string>>): void {
    for (const [name, value] of Object.entries(this.settings.query ?? {}))
      url.searchParams.set(name, this.filled(String(value)))
    for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value)
  }

  private bodyText(parameters: Readonly<Record<string, string>>): string {
    return JSON.stringify({ ...(this.filledDeep(this.settings.body ?? {}) as object), ...parameters })
  }

  private addTokenQuery(url: URL): void {
    const { token } = this.settings
    if (token?.query !== undefined) url.searchParams.set(token.query, this.token(token.env))
  }

  private tokenHeader(): Record<string, string> {
    const { token } = this.settings
    if (token === undefined || token.query !== undefined) return {}
    return { [token.header ?? 'authorization']: `${token.prefix ?? 'Bearer '}${this.token(token.env)}` }
  }

  private token(env: string): string {
    const value = this.tools.secret(env)
    if (value !== undefined && value !== '') return value
    throw new IngestError('source_credentials', `服务没有读到环境变量 ${env}，请设置后重启服务。`, env)
  }

  private filled(text: string): string {
    return text.replace(/\{(since|until)\}/g, (_, name: 'since' | 'until') => this.window?.[name] ?? '')
  }

  private filledDeep(value: unknown): unknown {
    if (typeof value === 'string') return this.filled(value)
    if (Array.isArray(value)) return value.map((item) => this.filledDeep(item))
    if (!isObject(value)) return value
    return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, this.filledDeep(child)]))
  }
}

function parseDocument(answer: PageAnswer): unknown {
  const { host } = new URL(answer.url)
  try {
    return parseExact(answer.text)
  } catch (error) {
    throw new RequestFailure('source_truncated', `“${host}”的答复不是完整的 JSON，可能没有传完。`, host, {
      again: true,
      cause: error,
    })
  }
}
