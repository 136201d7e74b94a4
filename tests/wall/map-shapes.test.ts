import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { WallError } from '#wall'
import { matchCodes } from '../../wall/maps/match.ts'
import { mapLimit, readShapes } from '../../wall/maps/read-shapes.ts'
import { squares } from './squares.ts'

/** What is to be put right in a text, in the words a clerk reads. */
function refusalOf(text: string, codeProperty = 'code'): string {
  try {
    readShapes(text, codeProperty)
  } catch (error) {
    if (error instanceof WallError && error.code === 'WALL_MAP_INVALID') return error.detail
    throw error
  }
  return ''
}

const of = (geometry: unknown, properties: unknown = { code: '1' }) =>
  JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', properties, geometry }] })
const polygon = (...corners: unknown[]) => of({ type: 'Polygon', coordinates: [corners] })

describe('a map file', () => {
  it('gives its polygons with their codes and nothing else', () => {
    const { features } = readShapes(`\uFEFF${squares([990102, ' 990103 '])}`, 'code')
    expect(features.map(({ properties }) => properties)).toEqual([{ code: '990102' }, { code: '990103' }])
    expect(JSON.stringify(features)).not.toContain('仅供测试')
  })

  it('loses the heights of its corners', () => {
    const text = polygon([1, 2, 300], [2, 2, 300], [2, 3, 300], [1, 2, 300])
    expect(JSON.stringify(readShapes(text, 'code'))).not.toContain('300')
  })

  it.each([
    ['图片', '不是 JSON'],
    ['[]', 'FeatureCollection'],
    ['null', 'FeatureCollection'],
    ['{"type":"FeatureCollection","features":[]}', '没有图形'],
    ['{"type":"FeatureCollection","features":[null]}', '第 1 个图形没有所填的区划代码属性'],
    [squares(['1', '']), '第 2 个图形没有所填的区划代码属性'],
    [squares(['1', '2', 1]), '第 1 个与第 3 个图形的代码相同'],
    [of({ type: 'LineString', coordinates: [] }), '第 1 个图形不是面'],
    [of(null), '第 1 个图形不是面'],
    [of({ type: 'Polygon', coordinates: [] }), '第 1 个图形不是面'],
    [of({ type: 'MultiPolygon', coordinates: [[]] }), '第 1 个图形不是面'],
    [polygon([1, 2], [2, 2], [1, 2]), '第 1 个图形不是面'],
    [polygon([1, 2], [2, 2], ['2', 3], [1, 2]), '第 1 个图形不是面'],
    [polygon([1, 2], [2, 2], [2, null], [1, 2]), '第 1 个图形不是面'],
    [polygon([500_000, 3_000_000], [2, 2], [2, 3], [500_000, 3_000_000]), '坐标不是经纬度'],
    [' '.repeat(mapLimit + 1), '超过 8 MB'],
  ])('is refused with what to put right: %#', (text, words) => {
    expect(refusalOf(text)).toContain(words)
  })

  it('is refused when the property is another one, and says nothing of what the file holds', () => {
    expect(refusalOf(squares(['990102']), 'adcode')).toContain('属性')
    expect(refusalOf(squares(['机密', '机密']))).not.toContain('机密')
  })

  it('is read or refused, whatever it holds', () => {
    fc.assert(
      fc.property(fc.json(), fc.string(), (text, property) => {
        expect(typeof refusalOf(text, property)).toBe('string')
      }),
    )
    fc.assert(
      fc.property(fc.anything(), (geometry) => {
        expect(typeof refusalOf(of(geometry))).toBe('string')
      }),
    )
  })
})

describe('the codes of a map', () => {
  const regions = [
    { code: '990100', name: '云岭市', level: '市' },
    { code: '990102', name: '岭东区', level: '区县' },
    { code: '990103', name: '岭西县', level: '区县' },
  ]

  it('are matched by code alone: known, unknown, and districts nobody drew', () => {
    expect(matchCodes(['990102', '岭西县'], regions)).toEqual({
      matched: [{ code: '990102', name: '岭东区' }],
      unknown: ['岭西县'],
      missing: [{ code: '990103', name: '岭西县' }],
    })
  })
})
