import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TilesContent, WallMap } from '#contract'
import { labelSpot, mapFrame } from '#ui'
import { covers, placeTexts } from '../../screen/forms/places.ts'

type Feature = WallMap['shapes']['features'][number]

function square(code: string, left: number, bottom: number, size: number, hole = 0): Feature {
  const ring = (x: number, y: number, side: number) => [
    [x, y],
    [x + side, y],
    [x + side, y + side],
    [x, y + side],
    [x, y],
  ]
  const inner = hole === 0 ? [] : [ring(left + (size - hole) / 2, bottom + (size - hole) / 2, hole)]
  const geometry = { type: 'Polygon' as const, coordinates: [ring(left, bottom, size), ...inner] }
  return { type: 'Feature', properties: { code }, geometry }
}
const shapesOf = (...features: Feature[]): WallMap['shapes'] => ({ type: 'FeatureCollection', features })
const room = { width: 800, height: 400 }
const text = (id: string, words = '岭东区') => ({ id, lines: [{ text: words, size: 20 }] })

describe('the frame of a map', () => {
  it('holds every corner in its room, north up, as wide as on the ground', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -170, max: 160, noNaN: true }),
        fc.double({ min: -60, max: 55, noNaN: true }),
        fc.double({ min: 0.01, max: 5, noNaN: true }),
        (left, bottom, size) => {
          const frame = mapFrame(shapesOf(square('1', left, bottom, size)), room)
          const [x1, y1] = frame.toPixel(left, bottom)
          const [x2, y2] = frame.toPixel(left + size, bottom + size)
          expect(Math.min(x1, x2, y2)).toBeGreaterThan(-1e-6)
          expect(Math.max(x1, x2)).toBeLessThan(room.width + 1e-6)
          expect(y1).toBeLessThan(room.height + 1e-6)
          expect(y2).toBeLessThan(y1)
          const middle = ((bottom + size / 2) * Math.PI) / 180
          expect((x2 - x1) / (y1 - y2)).toBeCloseTo(Math.cos(middle), 3)
        },
      ),
    )
  })

  it('finds the widest place inside a shape and beside its hole', () => {
    const whole = square('1', 100, 0, 1)
    const frame = mapFrame(shapesOf(whole), room)
    const spot = labelSpot(whole, frame, 30)
    expect(spot.width).toBeCloseTo(frame.width, 0)
    expect(spot.x).toBeCloseTo(room.width / 2, 0)
    // Almost all hole: only the strip above or below it is as wide.
    const ring = square('1', 100, 0, 1, 0.6)
    expect(Math.abs(labelSpot(ring, frame, 30).y - room.height / 2)).toBeGreaterThan(0.3 * frame.height)
    expect(labelSpot(ring, frame, 390).width).toBeLessThan(frame.width / 2)
  })
})

describe('texts on a map', () => {
  const shapes = shapesOf(square('1', 100, 0, 1), square('2', 101, 0, 0.05))

  it('stand in their shapes, or under a number beside it; what has no shape has no number', () => {
    const { inside, listed, list } = placeTexts(shapes, [text('1'), text('2'), text('3')], room, 16)
    expect(inside.map(({ id, mark }) => [id, mark])).toEqual([
      ['1', null],
      ['2', 1],
    ])
    expect(listed).toEqual([
      { id: '2', mark: 1 },
      { id: '3', mark: null },
    ])
    expect(list).toMatchObject({ side: 'beside' })
  })

  it('leave the whole room to the map when all of them fit', () => {
    expect(placeTexts(shapes, [text('1')], room, 16)).toMatchObject({ listed: [], list: null })
  })

  it('are listed below the map where there is no width for a column, as many as half the height holds', () => {
    const narrow = { width: 140, height: 400 }
    const { list } = placeTexts(shapes, [text('1'), text('2'), text('3')], narrow, 16)
    expect(list?.side).toBe('below')
    expect(list?.depth).toBeLessThanOrEqual(200)
    expect(list?.places).toBeGreaterThanOrEqual(1)
  })

  it('are on a map only when it has a number and a shape for most places', () => {
    const map: WallMap = { id: 'm', number: '示例审(2026)0001号', source: '', date: '', area: '', shapes }
    const tiles = (...ids: string[]): TilesContent => ({
      form: 'tiles',
      unit: '件',
      tiles: ids.map((id) => ({ id, label: id, value: 1, note: null, status: null })),
    })
    expect(covers(map, tiles('1', '2', '3'))).toBe(true)
    expect(covers(map, tiles('1', '3'))).toBe(false)
    expect(covers({ ...map, number: null }, tiles('1'))).toBe(false)
    expect(covers(null, tiles('1'))).toBe(false)
  })
})
