import { valueAt } from '../../formats/json/records.ts'
import { IngestError } from '../../errors.ts'
import type { PagingSettings } from '../declare/schema.ts'

/** What one answer showed, for finding the next page. */
export interface PageShown {
  readonly document: unknown
  readonly records: number
  /** How many records there are in all, as far as the answer says. */
  readonly stated: number | null
  /** Of the records alone: what else an answer says may differ each time. */
  readonly fingerprint: string
  readonly headers: Headers
  readonly url: string
}

/** What to ask next: other parameters, or another address. */
export type NextPage = { readonly parameters: Readonly<Record<string, string>> } | { readonly url: string }

/** Walks the pages of a list; stops at the end, and refuses to go round in circles. */
export class Pager {
  /** The newest total the source has stated: rows that arrive meanwhile may raise it. */
  stated: number | null = null
  private readonly settings: PagingSettings | undefined
  private readonly seen = new Set<string>()
  private position: number
  private lastFingerprint = ''
  private pages = 0
  private fetched = 0

  constructor(settings: PagingSettings | undefined) {
    this.settings = settings
    this.position = settings?.first ?? (settings?.type === 'page' ? 1 : 0)
  }

  first(): NextPage {
    const { settings } = this
    if (settings === undefined) return { parameters: {} }
    const counted = settings.type === 'page' || settings.type === 'offset'
    return { parameters: { ...this.sizeParameter(), ...(counted ? this.positionParameter() : {}) } }
  }

  /**
   * Whether the page is the one before again, as some sources answer beyond the last. Throws IngestError
   * `source_endless` when already the second is: then the source does not mind the page number.
   */
  repeats(shown: PageShown): boolean {
    const isSame = shown.records > 0 && shown.fingerprint === this.lastFingerprint
    if (isSame && this.pages === 1) throw endless('连续两页内容完全相同，对方可能没有理会页码')
    return isSame
  }

  /** Null at the end. Throws IngestError `source_endless` when a cursor or an address comes back. */
  next(shown: PageShown): NextPage | null {
    const { settings } = this
    this.pages += 1
    this.fetched += shown.records
    this.stated = shown.stated ?? this.stated
    if (settings === undefined) return null
    if (settings.more !== undefined && !isTrue(valueAt(shown.document, settings.more))) return null
    if (settings.type === 'cursor') return this.nextCursor(settings, shown)
    if (settings.type === 'next-link')
      return this.nextLink(toText(valueAt(shown.document, settings.path ?? '')), shown.url)
    if (settings.type === 'link-header') return this.nextLink(linkOf(shown.headers.get('link')), shown.url)
    return this.nextPosition(settings, shown)
  }

  private nextCursor(settings: PagingSettings, shown: PageShown): NextPage | null {
    const cursor = toText(valueAt(shown.document, settings.path ?? ''))
    if (cursor === null || shown.records === 0) return null
    this.remember(cursor)
    return { parameters: { ...this.sizeParameter(), [settings.parameter ?? 'cursor']: cursor } }
  }

  private nextPosition(settings: PagingSettings, shown: PageShown): NextPage | null {
    if (shown.records === 0 || this.isComplete(settings, shown)) return null
    this.lastFingerprint = shown.fingerprint
    this.position += settings.type === 'page' ? 1 : shown.records
    return { parameters: { ...this.sizeParameter(), ...this.positionParameter() } }
  }

  /** What the source itself says of the end goes before a page that is not full. */
  private isComplete(settings: PagingSettings, shown: PageShown): boolean {
    if (settings.more !== undefined) return false
    if (this.stated !== null) return this.fetched >= this.stated
    return settings.size !== undefined && shown.records < settings.size
  }

  private nextLink(link: string | null, from: string): NextPage | null {
    if (link === null) return null
    if (!URL.canParse(link, from)) throw endless('下一页的网址不完整')
    const url = new URL(link, from)
    if (url.host !== new URL(from).host)
      throw new IngestError('source_redirect', '下一页的网址指向另一台主机，已停止以免口令外泄。', url.host)
    this.remember(url.href)
    return { url: url.href }
  }

  private remember(mark: string): void {
    if (this.seen.has(mark)) throw endless('翻页标记重复出现')
    this.seen.add(mark)
  }

  private sizeParameter(): Record<string, string> {
    const { size, size_parameter: name } = this.settings ?? {}
    return size === undefined || name === undefined ? {} : { [name]: String(size) }
  }

  private positionParameter(): Record<string, string> {
    const name = this.settings?.parameter ?? (this.settings?.type === 'page' ? 'page' : 'offset')
    return { [name]: String(this.position) }
  }
}

export function endless(what: string): IngestError {
  return new IngestError('source_endless', `翻页没有尽头：${what}。请核对翻页设置。`, 'paging')
}

function toText(value: unknown): string | null {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value !== '' ? value : null
}

function isTrue(value: unknown): boolean {
  return value === true || value === 1 || value === '1' || value === 'true'
}

/** The address of `rel="next"` in a Link header. */
function linkOf(header: string | null): string | null {
  for (const part of header?.split(/,(?=\s*<)/) ?? []) {
    const found = /<([^>]*)>[^]*?;\s*rel="?([^";]*)"?/i.exec(part)
    if (found?.[2]?.split(/\s+/).includes('next')) return found[1] ?? null
  }
  return null
}
