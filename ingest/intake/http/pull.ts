import { createHash } from 'node:crypto'
import { findRecords, listsAlike, namedLists, type JsonObject } from '../../formats/json/records.ts'
import { IngestError } from '../../errors.ts'
import type { HttpSettings } from '../declare/schema.ts'
import { parseExact } from '../../formats/json/exact.ts'
import type { Window } from '../run/mark.ts'
import { PullNotes } from '../run/notes.ts'
import type { PullTools } from '../run/tools.ts'
import { endless, Pager, type NextPage } from './paging.ts'
import { RequestWriter } from './page-request.ts'
import { quoted, refusalOf } from './refusal.ts'
import { RequestFailure, requestPage, type PageAnswer, type PageRequest } from './request.ts'
import { statedTotal } from './stated-total.ts'

const MB = 1024 * 1024
const maxBackOffMs = 60_000

/**
 * The pages of records an HTTP source answers with, one after another; each is retried with back-off and full jitter.
 * Throws IngestError `source_*`; `signal` ends it, and so does the source's own time limit. `notes` are complete once
 * the last page was taken.
 */
export async function* pullHttp(
  settings: HttpSettings,
  window: Window | null,
  tools: PullTools,
  signal: AbortSignal,
  notes = new PullNotes(),
): AsyncGenerator<readonly JsonObject[]> {
  const pull = new HttpPull(settings, window, tools, signal)
  yield* pull.pages(notes)
}

interface FetchedPage {
  readonly answer: PageAnswer
  readonly document: unknown
  readonly records: readonly JsonObject[]
}

class HttpPull {
  private readonly settings: HttpSettings
  private readonly requests: RequestWriter
  private readonly tools: PullTools
  private readonly stopped: AbortSignal
  private readonly total: AbortSignal
  private readonly deadline: number

  constructor(settings: HttpSettings, window: Window | null, tools: PullTools, signal: AbortSignal) {
    const totalMs = (settings.total_minutes ?? 30) * 60_000
    this.settings = settings
    this.requests = new RequestWriter(settings, window, tools)
    this.tools = tools
    this.stopped = signal
    this.total = AbortSignal.timeout(totalMs)
    this.deadline = performance.now() + totalMs
  }

  async *pages(notes: PullNotes): AsyncGenerator<readonly JsonObject[]> {
    const pager = new Pager(this.settings.paging)
    const maxPages = this.settings.max_pages ?? 10_000
    let next: NextPage | null = pager.first()
    for (let count = 0; next !== null; count++) {
      if (count >= maxPages) throw endless(`已取 ${maxPages} 页`)
      const { answer, document, records } = await this.fetchRecords(this.requests.forPage(next))
      const page = {
        document,
        records: records.length,
        stated: statedTotal(document, records, this.settings.total),
        fingerprint: createHash('sha256').update(JSON.stringify(records)).digest('base64'),
        headers: answer.headers,
        url: answer.url,
      }
      if (pager.repeats(page)) {
        notes.warnings.push(`第 ${count + 1} 页和前一页完全相同，当作已经取到末页`)
        break
      }
      yield records
      next = pager.next(page)
    }
    notes.stated = pager.stated
  }

  /** A request and its retries. A body that is no whole JSON, or an error, is asked for again like an error status. */
  private async fetchRecords(page: PageRequest): Promise<FetchedPage> {
    const retries = this.settings.retries ?? 4
    for (let attempt = 0; ; attempt++)
      try {
        const answer = await this.requestOnce(page)
        const document = parseDocument(answer)
        return { answer, document, records: this.recordsOf(document) }
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
    const { settings } = this
    const { host } = new URL(settings.url)
    const records = findRecords(document, settings.records)
    const words = refusalOf(document, settings.success, (records?.length ?? 0) > 0)
    if (words !== null) throw this.refused(words, host)
    if (records) return this.onlyList(document, records, host)
    const where = this.settings.records === undefined ? '答复里' : `答复的“${this.settings.records}”处`
    throw new IngestError('source_records', `“${host}”的${where}没有记录列表，请核对 records。`, host)
  }

  /** Throws IngestError `source_records` where the answer has other lists like it and the settings name none. */
  private onlyList(document: unknown, records: JsonObject[], host: string): JsonObject[] {
    const alike = this.settings.records === undefined ? listsAlike(document, records) : []
    if (alike.length < 2) return records
    throw new IngestError(
      'source_records',
      `“${host}”的答复里有 ${alike.length} 份列差不多的记录：${namedLists(alike)}，看不出要读哪一份，没有写入任何数据。` +
        '请在来源的 records 里写明位置；都要的，各声明一个来源。',
      host,
    )
  }

  /** The source's own words, but for a token of ours that it may repeat. */
  private refused(words: string, host: string): RequestFailure {
    const { token, success } = this.settings
    const said = quoted(words, token && this.tools.secret(token.env))
    const advice = success === undefined ? '；这其实是正常答复的，请在来源的 success 里写明' : ''
    return new RequestFailure(
      'source_refused',
      `“${host}”没有给数据${said === '' ? '，答复的是一个错误' : `，它答复说：“${said}”`}${advice}。`,
      host,
      { again: true },
    )
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
