import { isObject } from '../../formats/json/records.ts'
import { IngestError } from '../../errors.ts'
import type { HttpSettings } from '../declare/schema.ts'
import type { Window } from '../run/mark.ts'
import type { PullTools } from '../run/tools.ts'
import type { NextPage } from './paging.ts'
import type { PageRequest } from './request.ts'

/** Writes the requests of one pull: window, page and token filled in. */
export class RequestWriter {
  private readonly settings: HttpSettings
  private readonly window: Window | null
  private readonly tools: Pick<PullTools, 'secret'>

  constructor(settings: HttpSettings, window: Window | null, tools: Pick<PullTools, 'secret'>) {
    this.settings = settings
    this.window = window
    this.tools = tools
  }

  /** Throws IngestError `source_credentials` when the token's variable is not set. */
  forPage(next: NextPage): PageRequest {
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
