import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PanelData, Scene, WallPatch, WallSnapshot } from '#contract'
import {
  loseTouch,
  needsSnapshot,
  startWall,
  takeAnswer,
  takeHeartbeat,
  takePatch,
  takeSnapshot,
  type LiveWall,
} from '../../screen/live/wall-state.ts'

function panel(key: string, headline: string): PanelData {
  return {
    key,
    headline,
    status: null,
    form: 'figures',
    basis: { definition: '口径', sources: [], metric: null },
    dataTime: null,
    lateFrom: null,
    computedAt: '2026-03-02T01:00:00Z',
    note: null,
    content: null,
    missingReason: '没有数据',
  }
}

function scene(id: string, panels: string[]): Scene {
  const made = panels.map((one) => ({ id: one, kind: 'test.figures', options: {}, weight: 3 }))
  return { id, name: id, question: '', panels: made, layouts: [], notes: null, version: 1 }
}

const first: WallSnapshot = {
  sequence: 100,
  serverTime: '2026-03-02T01:00:00Z',
  build: 'b1',
  wall: { id: 'main', name: '大屏', viewing: 'near', seams: [] },
  stage: {
    scene: 'a',
    mode: 'playing',
    nextAt: null,
    reason: null,
    theme: 'blue',
    dim: 0,
    drill: null,
    toast: null,
    reloads: 0,
  },
  scenes: [scene('a', ['x', 'y'])],
  panels: [panel('a/x', '一'), panel('a/y', '二')],
  map: null,
}

/** A server in a few lines: it applies a change to what it shows and sends the change as a patch. */
function serve(state: WallSnapshot, change: Change): { state: WallSnapshot; patch: WallPatch } {
  const sequence = state.sequence + 1
  const head = { sequence, serverTime: state.serverTime }
  if (change.kind === 'stage') {
    const stage = { ...state.stage, reloads: change.n }
    return { state: { ...state, sequence, stage }, patch: { ...head, stage } }
  }
  if (change.kind === 'panel') {
    const key = state.panels[change.n % state.panels.length]?.key ?? ''
    const changed = panel(key, `第${change.n}次`)
    const panels = state.panels.map((one) => (one.key === key ? changed : one))
    return { state: { ...state, sequence, panels }, patch: { ...head, panels: [changed] } }
  }
  const scenes = [scene('b', ['z']), scene('a', change.n % 2 === 0 ? ['x'] : ['y', 'x'])]
  const keys = scenes.flatMap((one) => one.panels.map(({ id }) => `${one.id}/${id}`))
  const panels = keys.map((key) => state.panels.find((one) => one.key === key) ?? panel(key, '新'))
  const added = panels.filter((one) => !state.panels.includes(one))
  return { state: { ...state, sequence, scenes, panels }, patch: { ...head, scenes, panels: added } }
}

interface Change {
  kind: 'stage' | 'panel' | 'scenes'
  n: number
}
/** What the network does with a patch; a broken stream also loses everything still on its way. */
type Fate = 'arrives' | 'lost' | 'twice' | 'late' | 'stream breaks' | 'server restarts'

/** Which patches reach the wall at once. */
const arriving: Record<Exclude<Fate, 'late'>, (patch: WallPatch) => WallPatch[]> = {
  arrives: (patch) => [patch],
  twice: (patch) => [patch, patch],
  lost: () => [],
  'stream breaks': () => [],
  'server restarts': () => [],
}
const breaking = new Set<Fate>(['stream breaks', 'server restarts'])

const changes = fc.array(
  fc.record({
    kind: fc.constantFrom<Change['kind']>('stage', 'panel', 'panel', 'scenes'),
    n: fc.nat(9),
    fate: fc.constantFrom<Fate>(
      'arrives',
      'arrives',
      'lost',
      'twice',
      'late',
      'stream breaks',
      'server restarts',
    ),
    isAnswered: fc.boolean(),
  }),
  { maxLength: 40 },
)

describe('a wall', () => {
  it('ends equal to the server whatever is lost, doubled, late or restarted', () => {
    fc.assert(
      fc.property(changes, (steps) => {
        let server = first
        let wall: LiveWall = takeSnapshot(startWall(null), first)
        let late: WallPatch[] = []
        for (const { fate, isAnswered, ...change } of steps) {
          if (fate === 'server restarts') server = { ...server, sequence: server.sequence + 1000 }
          const { state, patch } = serve(server, change)
          server = state
          if (fate === 'late') late.push(patch)
          else for (const one of [...arriving[fate](patch), ...late.splice(0)]) wall = takePatch(wall, one)
          if (breaking.has(fate)) {
            wall = loseTouch(wall)
            late = []
          }
          if (needsSnapshot(wall) && isAnswered) wall = takeAnswer(wall, server)
        }
        // Then it is quiet: the heart beats, and what it shows to be missing is asked for.
        wall = takeHeartbeat(wall, server)
        if (needsSnapshot(wall)) wall = takeAnswer(wall, server)
        expect(needsSnapshot(wall)).toBe(false)
        expect(wall.snapshot).toEqual(server)
        expect(wall.held).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('keeps the objects of everything that did not change', () => {
    const start = takeSnapshot(startWall(null), first)
    const again = takeSnapshot(start, structuredClone(first))
    expect(again.snapshot).toBe(start.snapshot)
    const { patch } = serve(first, { kind: 'panel', n: 0 })
    const next = takePatch(start, structuredClone(patch))
    expect(next.snapshot?.panels[1]).toBe(first.panels[1])
    expect(next.snapshot?.panels[0]).not.toBe(first.panels[0])
    expect(next.snapshot?.scenes).toBe(first.scenes)
    expect(next.snapshot?.stage).toBe(first.stage)
  })

  it('holds a patch that came too early and applies it when the one before it is there', () => {
    const one = serve(first, { kind: 'stage', n: 1 })
    const two = serve(one.state, { kind: 'stage', n: 2 })
    const early = takePatch(takeSnapshot(startWall(null), first), two.patch)
    expect(needsSnapshot(early)).toBe(true)
    expect(early.snapshot).toBe(first)
    const whole = takePatch(early, one.patch)
    expect(needsSnapshot(whole)).toBe(false)
    expect(whole.snapshot).toEqual(two.state)
  })

  it('drops an answer that the stream has overtaken', () => {
    const one = serve(first, { kind: 'stage', n: 1 })
    const current = takePatch(takeSnapshot(startWall(null), first), one.patch)
    expect(takeAnswer(current, first)).toBe(current)
  })

  it('shows what the browser kept until the server answers', () => {
    const wall = startWall(first)
    expect(wall.snapshot).toBe(first)
    expect(needsSnapshot(wall)).toBe(true)
  })
})
