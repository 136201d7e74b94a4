import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { WallCommand } from '#contract'
import { stageOf, type ScriptState } from '#wall'
import { at, scenes, scriptState, slot } from './script-states.ts'

const start = at('2026-03-02', '08:00:00')
const hour = 3_600_000

const scene = fc.constantFrom('a', 'b', 'c', 'd', 'gone')
const command: fc.Arbitrary<WallCommand> = fc.oneof(
  fc.constantFrom<WallCommand>(
    { type: 'next' },
    { type: 'previous' },
    { type: 'unpin' },
    { type: 'pause' },
    { type: 'resume' },
    { type: 'blank' },
    { type: 'unblank' },
    { type: 'meeting-end' },
    { type: 'reload' },
    { type: 'close' },
    { type: 'theme', theme: 'light' },
    { type: 'open', panel: 'a/one', item: 'x' },
  ),
  scene.map((id): WallCommand => ({ type: 'goto', scene: id })),
  scene.map((id): WallCommand => ({ type: 'pin', scene: id })),
  fc.array(scene, { maxLength: 3 }).map((chosen): WallCommand => ({ type: 'meeting', scenes: chosen })),
)
const offset = fc.integer({ min: 0, max: 6 * hour })
const clock = fc.constantFrom('07:30', '09:00', '10:00', '12:30', '13:00')
const item = fc
  .tuple(scene, fc.integer({ min: 20, max: 200 }), fc.option(clock), fc.option(clock))
  .map(([id, seconds, from, until]) => slot(id, seconds, { from, until }))

/** Any playlist, broken ones included, with an eventful morning. */
const state: fc.Arbitrary<ScriptState> = fc
  .record({
    items: fc.array(item, { maxLength: 5 }),
    known: fc.subarray(scenes, { minLength: 1 }),
    commands: fc.uniqueArray(fc.record({ at: offset, command }), { maxLength: 8, selector: (one) => one.at }),
    alerts: fc.uniqueArray(offset, { maxLength: 3 }),
    black: fc.option(fc.record({ from: clock, until: clock })),
  })
  .map(({ items, known, commands, alerts, black }) => {
    const plain = scriptState({})
    return {
      ...plain,
      script: {
        ...plain.script,
        items,
        schedule: { night: null, black, restDays: 'lit' as const },
      },
      scenes: known,
      commands: commands.map((one) => ({ ...one, at: start + one.at })),
      alerts: alerts.map((one, index) => ({ id: String(index), kind: 'red-case' as const, at: start + one })),
    }
  })

function stage(given: ScriptState, ms: number) {
  return stageOf(given, new Date(ms))
}

describe('whatever the playlist and whoever holds the remote', () => {
  test('only scenes that exist and are cleared are shown', () => {
    fc.assert(
      fc.property(state, offset, (given, later) => {
        expect(given.scenes.map(({ id }) => id)).toContain(stage(given, start + later).scene)
      }),
    )
  })

  test('what comes later changes nothing of now', () => {
    fc.assert(
      fc.property(state, offset, (given, later) => {
        const now = start + later
        const known = {
          ...given,
          commands: given.commands.filter((one) => one.at <= now).toReversed(),
          alerts: given.alerts.filter((one) => one.at <= now),
        }
        expect(stage(known, now)).toEqual(stage(given, now))
      }),
    )
  })

  test('nothing moves before the announced time, and without one nothing moves at all', () => {
    fc.assert(
      fc.property(state, offset, fc.integer({ min: 0, max: 3 * hour }), (given, later, more) => {
        const now = start + later
        const quiet = {
          ...given,
          commands: given.commands.filter((one) => one.at <= now),
          alerts: given.alerts.filter((one) => one.at <= now),
        }
        const { scene: shown, nextAt, mode } = stage(quiet, now)
        // A fact card that closes and a wall that falls asleep again are not announced as scenes.
        fc.pre(quiet.commands.every((one) => one.command.type !== 'open') && mode !== 'blank')
        const until = nextAt === null ? now + more : Math.min(Date.parse(nextAt) - 1, now + more)
        const then = stage(quiet, until)
        fc.pre(mode !== 'alert' || then.mode !== 'blank')
        expect(then.scene).toBe(shown)
      }),
    )
  })

  test('a pause freezes what is shown until somebody says otherwise', () => {
    fc.assert(
      fc.property(state, offset, fc.integer({ min: 0, max: 6 * hour }), (given, later, more) => {
        const pausedAt = start + later
        const before = <T extends { at: number }>(all: readonly T[]) => all.filter((one) => one.at < pausedAt)
        const paused = {
          ...given,
          script: { ...given.script, schedule: { ...given.script.schedule, black: null } },
          alerts: before(given.alerts),
          commands: [...before(given.commands), { at: pausedAt, command: { type: 'pause' } as const }],
        }
        const frozen = stage(paused, pausedAt)
        fc.pre(frozen.mode === 'paused')
        expect(stage(paused, pausedAt + more)).toMatchObject({ scene: frozen.scene, mode: 'paused' })
      }),
    )
  })

  test('an alert gives the wall back as it was', () => {
    fc.assert(
      fc.property(state, fc.integer({ min: 0, max: 600_000 }), (given, more) => {
        const quiet = {
          ...given,
          alerts: [],
          script: {
            ...given.script,
            items: given.script.items.map((one) => ({ ...one, from: null, until: null })),
          },
        }
        const cameAt = start + 7 * hour
        const alerted = { ...quiet, alerts: [{ id: 'x', kind: 'red-case' as const, at: cameAt }] }
        fc.pre(stage(alerted, cameAt).mode === 'alert')
        const without = stage(quiet, cameAt + more)
        const after = stage(alerted, cameAt + 60_000 + more)
        expect({ scene: after.scene, mode: after.mode }).toEqual({ scene: without.scene, mode: without.mode })
      }),
    )
  })
})
