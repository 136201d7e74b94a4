import { valueAt } from '../../formats/json/records.ts'
import { IngestError } from '../../errors.ts'
import type { PagingSettings } from '../declare/schema.ts'

/** What one answer showed, for finding the next page. */
export interface PageShown {
  readonly document: unknown
  readonly records: number
  readonly fingerprint: string
  readonly headers: Headers
  readonly url: string
}

/** What to ask next: other parameters, or another address. */
export type NextPage = { readonly parameters: Readonly<Record<string, string>> } | { readonly url: string }

/** Walks the pages of a list; stops at the end, and refuses to go round in circles. */
export class Pager {
  private readonly settings: PagingSettings | undefined
  private readonly seen = new Set<string>()
  private position: number
  private lastFingerprint = ''

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

  /** Null at the end. Throws IngestError `source_endless` when a page comes back. */
  next(shown: PageShown): NextPage | null {
    const { settings } = this
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
    if (shown.records === 0) return null
    if (settings.size !== undefined && shown.records < settings.size) return null
    if (shown.fingerprint === this.lastFingerprint)
      throw endless('连续两页内容完全相同，对方可能没有理会页码')
    this.lastFingerprint = shown.fingerprint
    this.position += settings.type === 'page' ? 1 : shown.records
    return { parameters: { ...this.sizeParameter(), ...this.positionParameter() } }
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
