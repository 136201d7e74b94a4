import { expect, it } from 'vitest'
import {
  createSketchReader,
  emptyKeys,
  emptyLinks,
  fillBuckets,
  fillKeys,
  groupSketches,
  linkShare,
  sketchFromText,
  standAll,
  STRIDE,
} from '../../../analysis/matters/index.ts'

const PLACES = ['云水佳苑', '望湖花园', '春晖小区', '青禾小学']
const FACTS = [
  '路灯 不亮 夜里 出行',
  '垃圾 清运 不及时 气味',
  '漏水 维修 物业 推诿',
  '噪音 施工 夜间 扰民',
  '停车 车位 占用 通道',
]

/** 2300 letters in which places, facts and endings come together in changing ways; some are copies. */
function sketches(): Uint32Array {
  const read = createSketchReader({ stopWords: [] })
  const table = new Uint32Array(2300 * STRIDE)
  for (let at = 0; at < 2300; at++) {
    const facts = [FACTS[at % 5], FACTS[(at >> 2) % 5], at % 7 === 0 ? FACTS[(at + 3) % 5] : '希望 尽快 处理']
    const text = `${PLACES[(at >> 3) % 4] ?? ''} ${facts.join(' ')} ${at % 3 === 0 ? '' : `第${String(at % 11)}次 反映`}`
    const words = text.split(' ').filter((word) => word !== '')
    const [row] = read({ id: `v${String(at)}`, kind: 'petitions', title: '', body: words.join('') }, words)
    sketchFromText(row.sketch, table, at * STRIDE)
  }
  return table
}

it('links found in shares, in any order, are those found at once', () => {
  const table = sketches()
  const whole = groupSketches(table)
  const keys = emptyKeys(2300)
  for (const share of [2, 0, 1]) fillKeys(table, keys, share, 3)
  const buckets = [0, 1].map((share) => fillBuckets(keys, share, 2))
  const links = emptyLinks(2300)
  for (const share of [1, 2, 0]) linkShare({ table, keys, buckets, links }, share, 3)
  expect(keys.keys).toEqual(whole.keys.keys)
  expect(links).toEqual(whole.links)
  expect(standAll(table, links)).toEqual(whole.standings)
  expect(new Set(whole.standings.matter).size).toBeLessThan(2300)
})
