import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'

export type Answer = (
  request: IncomingMessage,
  response: ServerResponse,
  context: { url: URL; body: string; count: number },
) => void

/** A real HTTP server of someone else's, whose answer each test chooses and may change while it runs. */
export class JsonSource {
  answer: Answer
  readonly requests: { url: string; headers: IncomingMessage['headers']; body: string }[] = []
  private readonly server: Server

  private constructor(answer: Answer) {
    this.answer = answer
    this.server = createServer((request, response) => {
      void this.serve(request, response)
    })
  }

  static async start(answer: Answer): Promise<JsonSource> {
    const source = new JsonSource(answer)
    source.server.listen(0, '127.0.0.1')
    await once(source.server, 'listening')
    return source
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections()
    this.server.close()
    await once(this.server, 'close')
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = ''
    for await (const chunk of request) body += String(chunk)
    this.requests.push({ url: request.url ?? '', headers: request.headers, body })
    const url = new URL(request.url ?? '/', this.url)
    this.answer(request, response, { url, body, count: this.requests.length })
  }
}

export function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
  response.end(JSON.stringify(value))
}

/** A petition as a message board's interface might show it. */
export function message(number: number, changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    留言编号: `LY${String(number).padStart(6, '0')}`,
    留言主题: `路灯不亮 ${number}`,
    留言详情: `示例小区门口第 ${number} 盏路灯已经三天不亮，夜里行走不便。`,
    留言时间: `2026-03-${String(1 + (number % 28)).padStart(2, '0')} 08:30:00`,
    更新时间: `2026-03-${String(1 + (number % 28)).padStart(2, '0')} 09:00:00`,
    ...changes,
  }
}
