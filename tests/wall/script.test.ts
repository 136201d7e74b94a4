import { describe, expect, test } from 'vitest'
import type { WallCommand, WallScript } from '#contract'
import { defaultScript, stageOf, type ScriptState } from '#wall'
import { at, scenes, scriptState, slot } from './script-states.ts'

/** A working Monday; its midnight in Shanghai is 16:00 UTC the day before. */
const monday = '2026-03-02'
const time = (clock: string, day = monday) => at(day, clock)

function show(changes: Partial<ScriptState>, clock: string, day = monday) {
  return stageOf(scriptState(changes), new Date(time(clock, day)))
}

function said(clock: string, command: WallCommand, day = monday) {
  return { at: time(clock, day), command }
}

describe('the rotation', () => {
  test('starts at midnight and turns by the seconds of each scene', () => {
    // a 20 s, b 30 s, c 40 s: a round is 90 s and midnight is the start of one.
    expect(show({}, '09:00:00')).toMatchObject({ scene: 'a', mode: 'playing', reason: null })
    expect(show({}, '09:00:20').scene).toBe('b')
    expect(show({}, '09:00:50').scene).toBe('c')
    expect(show({}, '09:00:50').nextAt).toBe(new Date(time('09:01:30')).toISOString())
  })

  test('starts anew when the playlist was saved', () => {
    expect(show({ startedAt: time('09:00:45') }, '09:00:50').scene).toBe('a')
  })

  test('leaves out scenes that are gone, and keeps one when nothing may play', () => {
    expect(show({ scenes: scenes.filter(({ id }) => id !== 'a') }, '00:00:00').scene).toBe('b')
    expect(show({ script: script({ items: [] }) }, '09:00:00')).toMatchObject({ scene: 'a', nextAt: null })
    expect(show({ scenes: [] }, '09:00:00')).toMatchObject({ scene: '', reason: '没有可放映的场景' })
  })

  test('plays each scene in its hours, on its days and in its part of the year', () => {
    const items = [
      slot('a', 20, { from: '08:00', until: '12:00' }),
      slot('b', 20, { days: 'restdays' }),
      slot('c', 20, { term: 'session' }),
    ]
    const timed = script({ items, sittings: [{ from: '2026-03-04', to: '2026-03-06' }] })
    expect(show({ script: timed }, '09:00:00').scene).toBe('a')
    // Nothing is due in the afternoon: one scene stays.
    expect(show({ script: timed }, '13:00:00')).toMatchObject({ scene: 'a', nextAt: null })
    expect(show({ script: timed }, '13:00:00', '2026-03-04').scene).toBe('c')
    // A Sunday, and the Saturday people worked to make up for the holidays.
    expect(show({ script: timed }, '13:00:00', '2026-03-08').scene).toBe('b')
    expect(show({ script: timed }, '13:00:00', '2026-02-14').scene).toBe('a')
  })

  test('announces the end of a scene’s hours', () => {
    const items = [slot('a', 3600, { until: '09:10' }), slot('b', 3600, { from: '09:10' })]
    expect(show({ script: script({ items }) }, '09:00:00').nextAt).toBe(
      new Date(time('09:10:00')).toISOString(),
    )
    expect(show({ script: script({ items }) }, '09:10:00').scene).toBe('b')
  })
})

describe('the remote', () => {
  test('turns pages and says so for two seconds', () => {
    const commands = [said('09:00:05', { type: 'next' })]
    expect(show({ commands }, '09:00:05')).toMatchObject({ scene: 'b', toast: { text: '下一屏' } })
    expect(show({ commands }, '09:00:07').toast).toBeNull()
    expect(show({ commands }, '09:00:35').scene).toBe('c')
    expect(show({ commands: [said('09:00:05', { type: 'previous' })] }, '09:00:06').scene).toBe('c')
  })

  test('goes to a scene outside the rotation and back', () => {
    const commands = [said('09:00:05', { type: 'goto', scene: 'd' })]
    expect(show({ commands }, '09:00:34').scene).toBe('d')
    expect(show({ commands }, '09:00:35').scene).toBe('b')
  })

  test('pins across midnight; a pause ends with the day', () => {
    const pinned = [said('20:00:00', { type: 'pin', scene: 'c' })]
    expect(show({ commands: pinned }, '09:00:00', '2026-03-03')).toMatchObject({
      scene: 'c',
      mode: 'pinned',
      nextAt: null,
    })
    const paused = [said('20:00:00', { type: 'pause' })]
    expect(show({ commands: paused }, '20:30:00')).toMatchObject({ mode: 'paused', reason: '已暂停' })
    expect(show({ commands: paused }, '09:00:00', '2026-03-03').mode).toBe('playing')
  })

  test('a pin of a scene that has gone is no pin', () => {
    const commands = [said('09:00:00', { type: 'pin', scene: 'gone' })]
    expect(show({ commands }, '09:00:01').mode).toBe('playing')
  })

  test('meeting mode shows the chosen scenes only, and no alert', () => {
    const commands = [
      said('09:00:00', { type: 'meeting', scenes: ['b', 'd'] }),
      said('09:00:10', { type: 'goto', scene: 'a' }),
    ]
    const alerts = [{ id: '1', kind: 'red-case' as const, at: time('09:00:12') }]
    const shown = [15, 40, 100].map((second) =>
      stageOf(scriptState({ commands, alerts }), new Date(time('09:00:00') + second * 1000)),
    )
    expect(shown.map(({ scene }) => scene)).toEqual(['b', 'd', 'b'])
    expect(shown.every(({ mode }) => mode === 'meeting')).toBe(true)
    const ended = [...commands, said('09:05:00', { type: 'meeting-end' })]
    expect(show({ commands: ended }, '09:05:01')).toMatchObject({ scene: 'a', mode: 'playing' })
  })

  test('a fact card stops the rotation and closes by itself', () => {
    const commands = [said('09:00:15', { type: 'open', panel: 'a/one', item: 'x' })]
    expect(show({ commands }, '09:00:44').drill).toMatchObject({ panel: 'a/one', item: 'x' })
    expect(show({ commands }, '09:00:45')).toMatchObject({ drill: null, scene: 'a' })
    expect(show({ commands }, '09:00:50').scene).toBe('b')
    const elsewhere = [said('09:00:15', { type: 'open', panel: 'b/one', item: 'x' })]
    expect(show({ commands: elsewhere }, '09:00:16').drill).toBeNull()
  })

  test('keeps theme and reloads over the days', () => {
    const commands = [
      said('10:00:00', { type: 'theme', theme: 'light' }),
      said('10:00:01', { type: 'reload' }),
    ]
    const today = show({ commands }, '11:00:00')
    expect(today.theme).toBe('light')
    expect(show({ commands }, '11:00:00', '2026-03-03')).toMatchObject({
      theme: 'light',
      reloads: today.reloads,
    })
  })
})

describe('alerts', () => {
  const alerts = [{ id: '1', kind: 'red-case' as const, at: time('09:00:10') }]

  test('jump in and give the wall back where it was', () => {
    expect(show({ alerts }, '09:00:10')).toMatchObject({
      scene: 'd',
      mode: 'alert',
      reason: '红色疑点经认定属实，插播',
      nextAt: new Date(time('09:01:10')).toISOString(),
    })
    expect(show({ alerts }, '09:01:10')).toMatchObject({ scene: 'a', mode: 'playing' })
    // Ten seconds of scene a were left.
    expect(show({ alerts }, '09:01:20').scene).toBe('b')
  })

  test('give way to whoever turns the page, and to a pause', () => {
    const turned = [said('09:00:20', { type: 'next' })]
    expect(show({ alerts, commands: turned }, '09:00:21')).toMatchObject({ scene: 'b', mode: 'playing' })
    const paused = [said('09:00:05', { type: 'pause' })]
    expect(show({ alerts, commands: paused }, '09:00:20')).toMatchObject({ scene: 'a', mode: 'paused' })
  })

  test('show the card of their own scene; what is closed is first the card, then the alert', () => {
    const card = { panel: 'd/bars', item: 'x' }
    const opened = said('09:00:20', { type: 'open', ...card })
    expect(show({ alerts, commands: [opened] }, '09:00:21')).toMatchObject({ scene: 'd', drill: card })
    const closed = [opened, said('09:00:25', { type: 'close' })]
    expect(show({ alerts, commands: closed }, '09:00:26')).toMatchObject({
      scene: 'd',
      mode: 'alert',
      drill: null,
    })
    const dismissed = [...closed, said('09:00:30', { type: 'close' })]
    expect(show({ alerts, commands: dismissed }, '09:00:31')).toMatchObject({ scene: 'a', mode: 'playing' })
  })

  test('take their card with them, and the rotation goes on', () => {
    const commands = [said('09:01:05', { type: 'open', panel: 'd/bars', item: 'x' })]
    expect(show({ alerts, commands }, '09:01:11')).toMatchObject({ scene: 'a', mode: 'playing', drill: null })
    expect(show({ alerts, commands }, '09:01:20').scene).toBe('b')
  })

  test('come over a pinned scene, which stays pinned', () => {
    const commands = [said('09:00:00', { type: 'pin', scene: 'b' })]
    expect(show({ alerts, commands }, '09:00:20').scene).toBe('d')
    expect(show({ alerts, commands }, '09:02:00')).toMatchObject({ scene: 'b', mode: 'pinned' })
  })
})

describe('the day', () => {
  const scheduled = script({
    schedule: {
      night: { from: '19:00', until: '07:00', dim: 0.4 },
      black: { from: '22:00', until: '06:00' },
      restDays: 'dim',
    },
  })

  test('dims in the evening, goes black at night and says when it is back', () => {
    expect(show({ script: scheduled }, '12:00:00').dim).toBe(0)
    expect(show({ script: scheduled }, '20:00:00').dim).toBe(0.4)
    expect(show({ script: scheduled }, '23:00:00')).toMatchObject({
      mode: 'blank',
      dim: 1,
      reason: '按时熄屏',
      nextAt: new Date(time('06:00:00', '2026-03-03')).toISOString(),
    })
    expect(show({ script: scheduled }, '12:00:00', '2026-03-08').dim).toBe(0.4)
  })

  test('is woken for half an hour by somebody who uses the remote', () => {
    const commands = [said('23:00:00', { type: 'unblank' })]
    expect(show({ script: scheduled, commands }, '23:29:59')).toMatchObject({ mode: 'playing', dim: 0 })
    expect(show({ script: scheduled, commands }, '23:30:00').mode).toBe('blank')
  })

  test('is woken by a pause too, which then shows', () => {
    const commands = [said('23:00:00', { type: 'pause' })]
    expect(show({ script: scheduled, commands }, '23:10:00')).toMatchObject({ mode: 'paused', dim: 0 })
  })

  test('a wall blacked out by hand stays so until midnight or the remote', () => {
    const commands = [said('12:00:00', { type: 'blank' })]
    expect(show({ commands }, '13:00:00')).toMatchObject({ mode: 'blank', dim: 1, reason: '遥控黑屏' })
    expect(show({ commands }, '00:00:10', '2026-03-03').mode).toBe('playing')
  })
})

test('the default playlist shows every scene and answers alerts where they belong', () => {
  const panel = (kind: string) => ({ id: 'p', kind, options: {}, weight: 5 })
  const built = defaultScript([
    { id: 'hot', panels: [panel('voices.trend')] },
    { id: 'money', panels: [panel('budget.accounts')] },
  ])
  expect(built.items.map(({ scene }) => scene)).toEqual(['hot', 'money'])
  expect(built.alerts.map(({ kind, scene }) => [kind, scene])).toEqual([
    ['red-case', 'money'],
    ['new-topic', 'hot'],
  ])
})

function script(changes: Partial<WallScript>): WallScript {
  return { ...scriptState({}).script, ...changes }
}
