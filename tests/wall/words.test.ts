import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  money,
  monthDay,
  mostOf,
  named,
  runLength,
  short,
  shortTail,
  widthOf,
  withoutSharedPlace,
} from '../../wall/panels/words.ts'
import { topicName } from '../../wall/panels/kinds/voices/topics.ts'

describe('words on the wall', () => {
  it('count half for letters and digits', () => {
    expect(widthOf('逾期 3 件')).toBe(4.5)
  })

  it('never grow wider than asked, and stay whole when they fit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 30 }), (text, most) => {
        for (const cut of [short(text, most), shortTail(text, most)])
          expect(widthOf(cut)).toBeLessThanOrEqual(most)
        if (widthOf(text) <= most) expect([short(text, most), shortTail(text, most)]).toEqual([text, text])
      }),
    )
  })

  it('cut a name before a sentence at its front', () => {
    expect(named('某某小区旁边搅拌站夜间噪音扰民得不到解决', '连续 3 周高于预期')).toBe(
      '搅拌站夜间噪音扰民得不到解决连续 3 周高于预期',
    )
  })

  it.each([
    ['0.00', '0元'],
    ['9999.00', '9,999元'],
    ['10000.00', '1万元'],
    ['1234567.00', '123万元'],
    ['99999999.00', '1亿元'],
    ['1753736500.00', '17.5亿元'],
    ['-25000.00', '-2.5万元'],
  ])('%s is %s', (yuan, text) => {
    expect(money(yuan)).toBe(text)
  })

  it('know a day, the largest and a run', () => {
    expect(monthDay('2026-10-05')).toBe('10月5日')
    expect(mostOf([1, 3, 3], (one) => one)).toBe(3)
    expect(mostOf([], () => 0)).toBeNull()
    expect([
      runLength([1, 2, 2], (one) => one === 2),
      runLength([2], (one) => one === 2),
      runLength([], () => true),
    ]).toEqual([2, 1, 0])
  })

  it('drop the place all names share, and only then', () => {
    expect(
      ['云岭市教育局', '云岭市民政局'].map(withoutSharedPlace(['云岭市教育局', '云岭市民政局'])),
    ).toEqual(['教育局', '民政局'])
    expect(withoutSharedPlace(['云岭市教育局', '民政局'])('云岭市教育局')).toBe('云岭市教育局')
    expect(withoutSharedPlace([])('教育局')).toBe('教育局')
  })

  it.each([
    ['示例区望湖街道云栖半岛旁边搅拌站夜间噪音问题', '云栖半岛旁边搅拌站夜间噪音'],
    ['翡翠湾高区全部不热问题', '翡翠湾高区全部不热'],
    ['云岭示例建筑有限公司拖欠工资问题', '某公司拖欠工资'],
    ['问题', '问题'],
  ])('call the topic %s %s', (title, name) => {
    expect(topicName(title)).toBe(name)
  })
})
