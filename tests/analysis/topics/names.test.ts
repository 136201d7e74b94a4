import { describe, expect, it } from 'vitest'
import { dropFrameWords } from '../../../analysis/topics/frame-words.ts'
import { dotLatent, latentVectors } from '../../../analysis/topics/latent.ts'
import { lineNames } from '../../../analysis/topics/line-names.ts'
import { findAliases } from '../../../analysis/topics/site-aliases.ts'
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
