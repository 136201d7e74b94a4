import { expect, it } from 'vitest'
import { contracts } from '../../../ingest/sources/contracts.ts'
import { feedSheets } from '../../../ingest/pipeline/feed.ts'
import { planFile } from '../../../ingest/pipeline/file-plan.ts'
import type { Kind } from '#warehouse'
import { tempFile } from '../temp-folder.ts'

const paid = '凭证号,预算单位,收款人,金额,支付日期,用途,支付方式,预算年度'
const payment = (at: number) => `ZF${at},示例局,示例公司,200.00,2024-03-05,办公,直接支付,2024`
const payments = [paid, payment(1), payment(2), payment(3)]
const asked = '留言编号,留言用户,留言主题,留言时间,留言详情,承办单位,答复意见,答复时间'
const letter = (at: number) => `LY${at},张示例,示例桥裂缝,2024-03-05,示例桥有裂缝,示例局,,`
const swapped = '留言编号,留言用户,留言详情,留言时间,留言主题,承办单位,答复意见,答复时间'
const turned = 'LY9,张示例,示例桥有裂缝,2024-03-05,示例桥裂缝,示例局,,'

async function rowsOf(lines: readonly string[], kind?: Kind): Promise<number> {
  const contract = kind === undefined ? null : contracts[kind]
  const path = tempFile('表.csv', lines.join('\n'))
  const plan = await planFile(path, { fileName: '表.csv', contract, mapping: null, mappings: [] })
  const sink = { accept: () => Promise.resolve(), refuse: () => Promise.resolve() }
  try {
    const options = { fileName: '表.csv', onRows: () => undefined, signal: undefined }
    return (await feedSheets(plan.sheets, sink, options)).rowsRead
  } finally {
    await plan.table.close()
  }
}

it.each<[string, readonly string[], Kind?]>([
  ['payments above a message', [...payments, '', asked, letter(1)]],
  ['payments above the messages that were asked for', [...payments, '', asked, letter(1)], 'petitions'],
  ['messages above payments', [asked, letter(1), '', ...payments]],
  ['payments far below', [asked, ...Array.from({ length: 60 }, (_, at) => letter(at)), ...payments]],
  ['figures of an unknown table', ['甲,乙,丙,丁', 'a,1,2,3', 'b,1,2,3', 'c,1,2,3', '', ...payments]],
  ['columns in another order', [asked, letter(1), swapped, turned]],
  ['another order without a date', ['留言主题,留言详情', '甲,乙', '留言详情,留言主题', '丁,丙']],
])('a file with two tables is refused: %s', async (_, lines, kind) => {
  await expect(rowsOf(lines, kind)).rejects.toMatchObject({
    code: 'tables_mixed',
    message: expect.stringMatching(/第 \d+ 行起是一张，第 \d+ 行起是另一张.*拆成两个文件/) as string,
  })
})

const beside = (left: string, right: string) => `${left},,${right}`

it.each<[string, readonly string[], Kind?]>([
  ['with a gap', [beside(paid, paid), beside(payment(1), payment(3)), beside(payment(2), payment(4))]],
  ['without', [`${paid},${paid}`, `${payment(1)},${payment(2)}`], 'payments'],
  [
    'the right one narrower',
    [beside(paid, '凭证号,预算单位,收款人,金额,支付日期,用途'), beside(payment(1), 'ZF2')],
  ],
])('a table that stands in two halves side by side is refused: %s', async (_, lines, kind) => {
  await expect(rowsOf(lines, kind)).rejects.toMatchObject({
    code: 'tables_beside',
    message: expect.stringMatching(/“凭证号”.*写了两遍.*接到左边的下面/) as string,
  })
})

it.each<[string, readonly string[], number]>([
  ['two columns of one name', [`${paid},用途,金额`, `${payment(1)},差旅,200.00`], 1],
  ['the same header again', [...payments, paid, payment(4)], 4],
  [
    'a title, a unit and numbered instructions',
    [
      '云岭市支付明细,,,,,,,',
      '1,预算单位,用全称,,,,,',
      '2,金额,按元填写,,,,,',
      '3,支付日期,如2024-03-05,,,,,',
      ...payments,
    ],
    3,
  ],
  ['a message that is named like a column', [asked, 'LY1,张示例,标题,2024-03-05,内容,示例局,,'], 1],
])('a file with one table is read: %s', async (_, lines, rows) => {
  expect(await rowsOf(lines)).toBe(rows)
})
