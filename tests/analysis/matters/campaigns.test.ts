import { expect, it } from 'vitest'
import { findCampaign } from '../../../analysis/matters/index.ts'

const copies = Array.from({ length: 6 }, (_, index) => ({
  copyId: index < 3 ? 'a' : 'b',
  author: `张示例${String(index)}`,
  date: `2025-03-0${String(index + 1)}`,
}))

it('needs copies, many of them, close in time', () => {
  expect(findCampaign(copies, 8)).toMatchObject({
    label: '疑似集中提交',
    copies: 6,
    texts: 2,
    authors: 6,
    days: 5,
    evidence:
      '全部 8 件中 6 件文字相同或基本相同（2 种文本），其中 5 件集中在 5 天内（2025-03-01 至 2025-03-05），署名 6 人',
  })
  expect(findCampaign(copies, 40)).toBeNull()
  expect(findCampaign(copies.slice(0, 4), 4)).toBeNull()
  const spread = copies.map((copy, index) => ({ ...copy, date: `2025-0${String(index + 1)}-01` }))
  expect(findCampaign(spread, 8)).toBeNull()
})

it('says when nobody signed, and finds nothing without dates', () => {
  const unsigned = copies.map((copy) => ({ ...copy, author: null }))
  expect(findCampaign(unsigned, 8)).toMatchObject({
    authors: null,
    evidence: expect.stringMatching(/来源没有署名$/u) as string,
  })
  expect(
    findCampaign(
      copies.map((copy) => ({ ...copy, date: null })),
      8,
    ),
  ).toBeNull()
})
