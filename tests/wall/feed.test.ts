import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { PanelData, Scene, StageState } from '#contract'
import { WallFeed, type WallBoard, type WallEvent, type FeedSource } from '#wall'

function scene(id: string, panels: string[]): Scene {
  return {
    id,
    name: id,
    question: '近况如何？',
    panels: panels.map((panel) => ({ id: panel, kind: 'test.figures', options: {}, weight: 3 })),
    layouts: [],
    notes: '只给讲解人看',
    version: 1,
  }
}

function panel(key: string, headline: string, computedAt = '2026-03-02T01:00:00Z'): PanelData {
  return {
    key,
    headline,
    status: null,
    form: 'figures',
    basis: { definition: '口径', sources: [], metric: null },
    dataTime: '2026-03-01',
    lateFrom: null,
    computedAt,
    note: null,
    content: null,
    missingReason: '没有数据',
  }
}

const playing: StageState = {
  scene: 'a',
  mode: 'playing',
  nextAt: null,
  reason: null,
  theme: 'blue',
  dim: 0,
  drill: null,
  toast: null,
  reloads: 0,
}

/** What walls show, changed by hand. */
class HandSource implements FeedSource {
  version = 1
  board: WallBoard = {
    scenes: [scene('a', ['x', 'y'])],
    panels: [panel('a/x', '一'), panel('a/y', '二')],
    map: null,
  }
  stage = playing
  reads = 0
  failure: Error | null = null
  revision = () => String(this.version)
  readBoard = async () => {
    this.reads += 1
    if (this.failure !== null) throw this.failure
    return this.board
  }
  readWall = async (wall: string) => ({ id: wall, name: '大屏', viewing: 'near' as const, seams: [] })
  readStage = async (wall: string) => (wall === 'other' ? { ...this.stage, dim: 0.5 } : this.stage)
  readBuild = async () => 'b1'
}

class HandListener {
  readonly events: WallEvent[] = []
  welcome = true
  ended = false
  send = (event: WallEvent) => this.events.push(event)
  end = () => (this.ended = true)
  isWelcome = () => this.welcome
  get patches() {
    return this.events.flatMap((event) => (event.type === 'patch' ? [event.data] : []))
  }
}

let source: HandSource
let feed: WallFeed
let faults: unknown[]

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-03-02T01:00:00Z') })
  source = new HandSource()
  faults = []
  feed = new WallFeed({ source, now: () => new Date(), onFault: (error) => faults.push(error) })
})
afterEach(() => {
  feed.close()
  vi.useRealTimers()
})

async function join(after: number | null = null, wall = 'main') {
  const listener = new HandListener()
  const leave = (await feed.open(wall))(listener, after)
  return { listener, leave }
}

describe('the feed of a wall', () => {
  it('opens with a snapshot and a heartbeat, then sends only what changed', async () => {
    const { listener } = await join()
    expect(listener.events.map((event) => event.type)).toEqual(['snapshot', 'heartbeat'])
    source.board = { ...source.board, panels: [panel('a/x', '一'), panel('a/y', '二变')] }
    source.version += 1
    await vi.advanceTimersByTimeAsync(2000)
    const [patch, ...more] = listener.patches
    expect(more).toEqual([])
    expect(patch?.panels?.map(({ key }) => key)).toEqual(['a/y'])
    expect(patch).not.toHaveProperty('stage')
    expect(patch).not.toHaveProperty('scenes')
  })

  it('does not send an answer that was only computed again', async () => {
    const { listener } = await join()
    source.board = {
      ...source.board,
      panels: source.board.panels.map((one) => ({ ...one, computedAt: 'later' })),
    }
    source.version += 1
    await vi.advanceTimersByTimeAsync(3000)
    expect(source.reads).toBe(2)
    expect(listener.patches).toEqual([])
  })

  it('keeps the words meant for the presenter from the wall', async () => {
    expect(JSON.stringify(await feed.snapshot('main'))).not.toContain('讲解人')
  })

  it('computes once for all walls, and each has its own stage and numbers', async () => {
    const first = await join()
    const second = await join(null, 'other')
    source.version += 1
    source.stage = { ...playing, mode: 'paused' }
    await vi.advanceTimersByTimeAsync(1000)
    expect(source.reads).toBe(2)
    expect(first.listener.patches[0]?.stage).toMatchObject({ mode: 'paused', dim: 0 })
    expect(second.listener.patches[0]?.stage).toMatchObject({ mode: 'paused', dim: 0.5 })
  })

  it('computes nothing while no wall listens', async () => {
    const { leave } = await join()
    leave()
    source.version += 1
    await vi.advanceTimersByTimeAsync(60_000)
    expect(source.reads).toBe(1)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('sends nothing again: who missed a patch gets the wall as it is now', async () => {
    const { listener, leave } = await join()
    const opening = listener.events[0]?.data.sequence ?? 0
    source.board = { ...source.board, panels: [panel('a/x', '禁显之前'), panel('a/y', '二')] }
    source.version += 1
    await vi.advanceTimersByTimeAsync(2000)
    leave()
    source.board = { ...source.board, panels: [panel('a/x', '禁显之后'), panel('a/y', '二')] }
    source.version += 1
    for (const missed of [opening, opening + 1, opening - 1, opening + 99]) {
      const again = await join(missed)
      expect(again.listener.events.map(({ type }) => type)).toEqual(['snapshot', 'heartbeat'])
      expect(JSON.stringify(again.listener.events)).not.toContain('禁显之前')
      again.leave()
    }
    const current = await join(opening + 2)
    expect(current.listener.events.map(({ type }) => type)).toEqual(['heartbeat'])
  })

  it('counts from above whatever an earlier server gave', async () => {
    const before = (await feed.snapshot('main')).sequence
    vi.setSystemTime(Date.now() + 5000)
    const restarted = new WallFeed({ source, now: () => new Date(), onFault: () => undefined })
    expect((await restarted.snapshot('main')).sequence).toBeGreaterThan(before + 1)
  })

  it('lets the remote through while the panels are being read', async () => {
    const { listener } = await join()
    source.readBoard = () => new Promise(() => undefined)
    source.version += 1
    source.stage = { ...playing, mode: 'blank' }
    await vi.advanceTimersByTimeAsync(1000)
    expect(listener.patches[0]?.stage?.mode).toBe('blank')
  })

  it('keeps the last board when reading fails, says so once a look, and recovers', async () => {
    const { listener } = await join()
    source.failure = new Error('away')
    source.version += 1
    await vi.advanceTimersByTimeAsync(2000)
    expect(faults).toHaveLength(2)
    expect((await feed.snapshot('main')).panels).toHaveLength(2)
    source.failure = null
    source.board = { ...source.board, panels: [panel('a/x', '好了')] }
    await vi.advanceTimersByTimeAsync(2000)
    expect(listener.patches[0]?.panels?.[0]?.headline).toBe('好了')
    // A panel that was not answered this time keeps its last answer.
    expect((await feed.snapshot('main')).panels.map(({ key }) => key)).toEqual(['a/x', 'a/y'])
  })

  it('ends the stream of a wall that is no longer welcome within a second', async () => {
    const { listener } = await join()
    listener.welcome = false
    await vi.advanceTimersByTimeAsync(1000)
    expect(listener.ended).toBe(true)
    const before = listener.events.length
    source.stage = { ...playing, mode: 'blank' }
    await vi.advanceTimersByTimeAsync(20_000)
    expect(listener.events).toHaveLength(before)
  })

  it('beats every fifteen seconds', async () => {
    const { listener } = await join()
    await vi.advanceTimersByTimeAsync(45_000)
    expect(listener.events.filter(({ type }) => type === 'heartbeat')).toHaveLength(4)
  })
})
