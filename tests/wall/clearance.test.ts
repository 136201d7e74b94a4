import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { embargoTest, type EmbargoEntry } from '../../wall/clearance/embargo.ts'
import { looksPersonal } from '../../wall/clearance/personal.ts'
import { holdsBarred, withhold } from '../../wall/clearance/withhold.ts'

const today = '2026-10-31'
const entry = (value: string, until: string | null = null): EmbargoEntry => ({
  id: '1',
  scope: 'word',
  value,
  reason: '测试',
  until,
})

describe('embargo', () => {
  it.each([
    ['夜间施工噪声', '夜间施工噪声', true],
    ['夜间施工', '夜间 施工噪声连续三周高于预期', true],
    ['ＡＢ路', '关于ab路改造', true],
    ['P1', 'P12', false],
    ['P1', '项目 P1 滞后', true],
    ['供暖', '供水', false],
  ])('%s in %s: %s', (value, text, expected) => {
    expect(embargoTest([entry(value)], today)(text)).toBe(expected)
  })

  it('holds through its last day and is over the day after', () => {
    expect(embargoTest([entry('供暖', today)], today)('供暖')).toBe(true)
    expect(embargoTest([entry('供暖', '2026-10-30')], today)('供暖')).toBe(false)
  })

  it('an empty value bars nothing', () => {
    expect(embargoTest([entry('  ')], today)('任何文字')).toBe(false)
  })
})

describe('personal data', () => {
  it.each([
    '电话19900001234',
    '138-0013-8000',
    '身份证990102199001011234',
    '云A12345',
    'a@example.com',
    '0871-6512345',
  ])('bars %s', (text) => {
    expect(looksPersonal(text)).toBe(true)
  })

  it.each([
    '13800138000.00',
    '2026-10-31',
    '2026-10-31T00:00:00Z',
    '12,345 件',
    'a13812345678f0',
    '第 1 位，共 8 个',
  ])('lets %s pass', (text) => {
    expect(looksPersonal(text)).toBe(false)
  })
})

describe('withholding', () => {
  const isBarred = (text: string) => text.includes('密')

  it('takes the element that names it out, and only from the innermost list', () => {
    expect(
      withhold({ rows: [{ name: '密件' }, { name: '公开', places: ['密地', '甲地'] }] }, isBarred),
    ).toEqual({
      rows: [{ name: '公开', places: ['甲地'] }],
    })
  })

  it('gives nothing when what is barred stands outside every list', () => {
    expect(withhold({ name: '密件', rows: [] }, isBarred)).toBeNull()
  })

  it('leaves nothing barred in any plain data, and changes nothing without it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const isLong = (text: string) => text.length > 3
        expect(holdsBarred(withhold(value, isLong), isLong)).toBe(false)
        expect(withhold(value, () => false)).toEqual(value)
      }),
    )
  })
})
