import { describe, expect, it } from 'vitest'
import { dropFrameWords } from '../../../analysis/topics/frame-words.ts'
import { areKindsApart, joinKinds, kindCounts } from '../../../analysis/topics/kinds.ts'
import { dotLatent, latentVectors } from '../../../analysis/topics/latent.ts'
import { lineNames } from '../../../analysis/topics/line-names.ts'
import { commonPlace, isArea, profileOf } from '../../../analysis/topics/place-profile.ts'
import { kindsOf } from '../../../analysis/topics/problem-words.ts'
import { findAliases } from '../../../analysis/topics/site-aliases.ts'
import { harvestNames } from '../../../analysis/topics/site-names.ts'
import { findSites } from '../../../analysis/topics/sites.ts'
import type { SparseVector } from '../../../analysis/topics/vectors.ts'
import { voice } from './letters.ts'

describe('findAliases', () => {
  const aliases = (...names: string[]): Record<string, string> =>
    Object.fromEntries(
      findAliases(new Map(names.map((name, index) => [name, 10 - index])), ['遗址公园', '公园', '小学']),
    )

  it('takes swapped letters and a letter more or less in a long name for one name', () => {
    expect(aliases('云栖半岛', '云半栖岛')).toEqual({ 云半栖岛: '云栖半岛' })
    expect(aliases('云栖陵考古遗址公园', '云西陵考古遗址公园')).toEqual({})
    expect(aliases('望湖陵考古遗址公园', '望溪陵考古遗址公园')).toEqual({
      望溪陵考古遗址公园: '望湖陵考古遗址公园',
    })
  })

  it('keeps names apart that differ by a number or a direction, and short ones', () => {
    expect(aliases('望湖街道第三小学', '望湖街道第四小学')).toEqual({})
    expect(aliases('云岭小学', '青岭小学')).toEqual({})
  })
})

describe('lineNames', () => {
  it('finds bus lines and no roads or crossings', () => {
    expect([...lineNames('805路公交改道，139区间线停运，星光路12路口红灯')]).toEqual(['805路', '139路'])
  })

  it('finds schools known by their number, in either spelling', () => {
    expect([...lineNames('示例县一中收费补课')]).toEqual(['一中'])
    expect([...lineNames('示例区第二中学补课')]).toEqual(['二中'])
    expect([...lineNames('其中一中心小学')]).toEqual([])
  })
})

describe('harvestNames', () => {
  const names = (text: string): string[] => [...harvestNames(text).keys()]

  it('takes a lender by its number, whatever stands before it', () => {
    expect(names('恳请公正办理66车贷案件')).toEqual(['66车贷'])
    expect(names('示例66车贷跑路')).toContain('66车贷')
  })

  it('takes no common noun for a name, and no word that leads to one into it', () => {
    expect(names('幼儿园收费问题')).toEqual([])
    expect(names('行人过马路')).toEqual([])
    expect(names('南侧云栖半岛小区')).toEqual(['云栖半岛'])
  })
})

describe('areKindsApart', () => {
  const group = (...titles: string[]) => titles.map((title) => kindCounts(kindsOf(title))).reduce(joinKinds)

  it('tells different problems named in titles apart, whichever group is asked first', () => {
    const water = group('云栖半岛经常停水', '云栖半岛又停水了')
    const smoke = group('云栖半岛烟道油烟', '云栖半岛餐饮油烟扰民')
    expect(areKindsApart(water, smoke)).toBe(true)
    expect(areKindsApart(smoke, water)).toBe(true)
    expect(areKindsApart(water, water)).toBe(false)
  })

  it('does not judge titles that name no problem', () => {
    expect(areKindsApart(group('云栖半岛的情况'), group('云栖半岛停水'))).toBe(false)
  })
})

describe('commonPlace', () => {
  const at = (main: string[], all: string[]) =>
    profileOf({ main, all: new Set([...main, ...all]), districts: [] })

  it('tells a road named on the way from a place both are about', () => {
    const road = commonPlace(at(['云栖半岛'], ['望湖路']), at(['望湖路'], []))
    expect(road).toMatchObject({ name: '望湖路', isMain: false })
    expect(isArea(road.name)).toBe(true)
    expect(commonPlace(at(['云栖半岛'], []), at(['云栖半岛'], []))).toMatchObject({ isMain: true })
  })
})

describe('dropFrameWords', () => {
  const letters = (author: string, places: readonly string[]) =>
    places.map((place, index) => ({
      author,
      counts: new Map([
        ['加快', 1],
        ['刻不容缓', 1],
        [`事项${String(index)}`, 1],
        [place, 1],
      ]),
    }))

  it('takes away what a frequent writer says in every letter, unless the letters are about one place', () => {
    const many = letters(
      '甲',
      Array.from({ length: 20 }, (_, index) => `@地${String(index)}`),
    )
    const one = letters(
      '乙',
      Array.from({ length: 20 }, () => '@云栖半岛'),
    )
    const all = [...many, ...one]
    dropFrameWords(
      all.map(({ counts }) => counts),
      all.map(({ author }) => author),
    )
    expect([...(many[3]?.counts.keys() ?? [])]).toEqual(['事项3', '@地3'])
    expect(one[3]?.counts.size).toBe(4)
  })
})

describe('latentVectors', () => {
  it('finds texts alike that share company but no word, and others not', () => {
    const of = (...terms: number[]): SparseVector => ({
      terms: Int32Array.from(terms),
      weights: Float64Array.from(terms, () => 1 / Math.sqrt(terms.length)),
    })
    const vectors = [of(0, 1), of(1, 2), of(0, 1, 2), of(3, 4), of(4, 5), of(3, 4, 5), of(0), of(2), of(5)]
    const latent = latentVectors(vectors, 6, { dimensions: 2, rounds: 8 })
    const [a, b, c] = [latent[6], latent[7], latent[8]]
    if (!a || !b || !c) throw new Error('missing')
    expect(dotLatent(a, b)).toBeGreaterThan(0.99)
    expect(Math.abs(dotLatent(a, c))).toBeLessThan(0.01)
  })
})

describe('findSites', () => {
  it('keeps the name of an estate that many letters name, and not that of a whole area', () => {
    const voices = Array.from({ length: 400 }, (_, index) =>
      voice(
        String(index),
        index < 150 ? '云栖半岛小区旁搅拌站扰民' : index < 300 ? '望湖街道路灯不亮' : '办证排队太久',
        '请尽快解决。',
      ),
    )
    const sites = findSites(voices)
    expect(sites[0]?.main).toEqual(['云栖半岛'])
    expect(sites[200]?.main).toEqual([])
  })
})
