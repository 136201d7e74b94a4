import { describe, expect, it } from 'vitest'
import type { StageState } from '#contract'
import { nightlyReload, reloadReason, type ReloadFacts } from '../../screen/live/reload-rules.ts'

const now = Date.parse('2026-03-02T01:00:00Z')
const stage: StageState = {
  scene: 'overview',
  mode: 'playing',
  nextAt: new Date(now + 15_000).toISOString(),
  reason: null,
  theme: 'blue',
  dim: 0,
  drill: null,
  toast: null,
  reloads: 2,
}
const quiet: ReloadFacts = {
  now,
  isLive: true,
  ownBuild: 'aaa',
  serverBuild: 'aaa',
  stage,
  sceneSince: now - 15_000,
  nightlyAt: now + 3_600_000,
  reloadsBefore: 2,
  lastTry: null,
}

describe('a wall is loaded anew', () => {
  it('when the server has another build, it is night, or the remote says so, and not otherwise', () => {
    expect(reloadReason(quiet)).toBeNull()
    expect(reloadReason({ ...quiet, serverBuild: 'bbb' })).toBe('build')
    expect(reloadReason({ ...quiet, nightlyAt: now })).toBe('night')
    expect(reloadReason({ ...quiet, stage: { ...stage, reloads: 3 } })).toBe('told')
  })

  it.each<[string, Partial<ReloadFacts>]>([
    ['the server does not answer', { isLive: false }],
    ['a card is open', { stage: { ...stage, drill: { panel: 'p', item: 'i', until: stage.nextAt ?? '' } } }],
    ['the scene has just come', { sceneSince: now - 3000 }],
    ['the scene is about to go', { stage: { ...stage, nextAt: new Date(now + 3000).toISOString() } }],
    ['it was just tried for this build', { lastTry: { build: 'bbb', at: now - 60_000 } }],
    ['the page does not know its build', { ownBuild: '' }],
    ['the server has no build', { serverBuild: '' }],
  ])('for another build not while %s', (_when, change) => {
    expect(reloadReason({ ...quiet, serverBuild: 'bbb', ...change })).toBeNull()
  })

  it('tries again when the last try is long ago or was for an earlier build', () => {
    const outdated = { ...quiet, serverBuild: 'bbb' }
    expect(reloadReason({ ...outdated, lastTry: { build: 'bbb', at: now - 700_000 } })).toBe('build')
    expect(reloadReason({ ...outdated, lastTry: { build: 'other', at: now - 1000 } })).toBe('build')
  })

  it('obeys the remote also while a card is open, but never while the server is away', () => {
    const told = { ...stage, reloads: 3, drill: { panel: 'p', item: 'i', until: stage.nextAt ?? '' } }
    expect(reloadReason({ ...quiet, stage: told })).toBe('told')
    expect(reloadReason({ ...quiet, stage: told, isLive: false })).toBeNull()
  })
})

describe('nightlyReload', () => {
  it.each([
    ['2026-03-02T01:00:00Z', '2026-03-02T20:00:00.000Z'],
    ['2026-03-02T18:59:00Z', '2026-03-02T20:00:00.000Z'],
    ['2026-03-02T19:01:00Z', '2026-03-03T20:00:00.000Z'],
    ['2026-03-02T20:05:00Z', '2026-03-03T20:00:00.000Z'],
  ])('of a page started at %s is at four in Shanghai, an hour away at least', (start, expected) => {
    expect(new Date(nightlyReload(Date.parse(start), 0)).toISOString()).toBe(expected)
  })

  it('is spread over ten minutes', () => {
    expect(nightlyReload(now, 0.5) - nightlyReload(now, 0)).toBe(300_000)
  })
})
