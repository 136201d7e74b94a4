/** One server-sent event; data is one JSON line, so it cannot break the framing. */
export function formatEvent(event: { id?: number; type: string; data: unknown }): string {
  const id = event.id === undefined ? '' : `id: ${event.id}\n`
  return `${id}event: ${event.type}\ndata: ${JSON.stringify(event.data)}\n\n`
}

/** First bytes of a stream: reconnection delay, in ms. */
export function formatOpening(retryMs: number): string {
  return `retry: ${retryMs}\n: connected\n\n`
}

/** Last-Event-ID as a version, or null when absent or not one of ours. */
export function parseLastEventId(header: string | string[] | undefined): number | null {
  if (typeof header !== 'string' || !/^\d{1,15}$/.test(header)) return null
  return Number(header)
}
