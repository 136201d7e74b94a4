import { describe, expect, it } from 'vitest'
import { kinds, rawColumns } from '#warehouse'
import { contracts } from '../../../ingest/sources/contracts.ts'
import { detectKind } from '../../../ingest/sources/detect.ts'
import { matchHeaders } from '../../../ingest/sources/header-match.ts'

describe('contracts', () => {
  it.each(kinds)('%s names exactly the columns of its raw table', (kind) => {
    expect(contracts[kind].fields.map((field) => field.name).sort()).toEqual([...rawColumns(kind)].sort())
  })

  it.each(kinds)('%s is recognised by its own labels and by its canonical names', (kind) => {
    const { fields } = contracts[kind]
    expect(detectKind(fields.map((field) => field.label)).contract.kind).toBe(kind)
    expect(detectKind(fields.map((field) => field.name.toUpperCase())).contract.kind).toBe(kind)
  })

  it.each(kinds)('%s gives no header to two of its fields at the same rank', (kind) => {
    const seen = new Map<string, string>()
    for (const field of contracts[kind].fields)
      for (const header of [field.label, field.name]) {
        expect(seen.get(header) ?? field.name).toBe(field.name)
        seen.set(header, field.name)
      }
  })
})

describe('detectKind', () => {
  it('sees through blanks, stars, units and width', () => {
    const match = detectKind([
      '指标 编号*',
      '预算年度',
      '预算单位\n代码',
      '指标金额（万元）',
      'ＡＣＣＯＵＮＴ',
    ])
    expect(match.contract.kind).toBe('budget_lines')
    expect([...match.columns]).toEqual(
      expect.arrayContaining([
        ['amount', 3],
        ['account', 4],
      ]),
    )
  })

  it('names the nearest kind and what it lacks', () => {
    expect(() => detectKind(['凭证号', '收款人', '用途', '支付日期'])).toThrow(
      /最接近“国库支付”，但缺少：预算单位、金额/,
    )
  })

  it('names both kinds when it cannot decide', () => {
    expect(() => detectKind(['编号', '标题', '内容', '提交时间'])).toThrow(
      /分不清是“信访.*”还是“代表建议、议案”/,
    )
  })

  it('gives a field its best column and reports the other', () => {
    const match = matchHeaders(contracts.petitions, ['标题', '留言主题', '留言详情'])
    expect([match.columns.get('title'), match.surplus]).toEqual([1, [0]])
  })
})
