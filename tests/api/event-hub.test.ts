import { expect, it } from 'vitest'
import { EventHub } from '../../api/events/event-hub.ts'

function openStream(hub: EventHub, lastId: number | null): { text: () => string; leave: () => void } {
  const chunks: string[] = []
  const sink = {
    write: (chunk: string) => chunks.push(chunk) > 0,
    end: () => undefined,
    writableLength: 0,
  }
  const leave = hub.connect({ sink, seesJobs: false, isWelcome: () => true }, lastId)
  return { text: () => chunks.join(''), leave }
}

it('tells a new stream at once that events come, after what it missed', () => {
  const hub = new EventHub(() => ({ version: 7, at: '2026-03-01T00:00:00Z' }), 60_000)
  try {
    const first = openStream(hub, null)
    expect(first.text()).toMatch(/event: heartbeat\n/)
    expect(first.text()).not.toContain('event: publish')
    const again = openStream(hub, 5)
    expect(again.text().match(/event: \w+/g)).toEqual(['event: publish', 'event: heartbeat'])
    hub.publish({ version: 8, tables: ['marts.voices'], at: '2026-03-02T00:00:00Z' })
    expect(again.text()).toContain('id: 8\nevent: publish\n')
  } finally {
    hub.close()
  }
})
