import { expect, it } from 'vitest'
import { isFooter, isLoneNote } from '../../../ingest/pipeline/row-kinds.ts'
import { readRows } from '../contracts/read-rows.ts'

it.each([
  [['注：以上含退款。']],
  [['注1：以上含退款，', '', '制表人：张示例']],
  [['填表人：张示例', '', '审核：李示例', '2024年3月5日']],
  [['制表人 张示例    审核人（签字）：    2024年3月5日']],
  [['填报单位：云岭市示例局', '联系电话：0000-0000000']],
  [['单位负责人：', '经办人', '张示例']],
  [['第 1 页，共 3 页']],
  [['截至2024年3月底']],
])('%j is a note', (cells) => {
  expect(isFooter(cells)).toBe(true)
})

it.each([
  [['经办人员态度恶劣', '去示例大厅办事被推诿', '3月5日', '李示例']],
  [['负责人长期不在岗', '示例村委会没人办事', '2024-02-30', '王示例']],
  [['审核人不给盖章', '', '2024-02-30']],
  [['来源：不明的噪音', '夜里有不明的噪音', '2024-02-30']],
  [['来源', '不明的噪音吵了一夜', '2024-02-30']],
  [['说明书看不懂']],
])('%j is data', (cells) => {
  expect(isFooter(cells)).toBe(false)
})

it('a note is known where nothing required is missing only when it is alone and labelled', () => {
  expect(isLoneNote(['注:以上为三月份来信', '', ''])).toBe(true)
  expect(isLoneNote(['注:以上为三月份来信', '示例桥有裂缝', ''])).toBe(false)
  expect(isLoneNote(['说明', '', ''])).toBe(false)
})

const letters = '留言主题,留言详情,留言时间,留言用户\n示例桥裂缝,示例桥有裂缝,2024-03-05,张示例\n'

it('rows that fail are refused, whatever word they begin with', async () => {
  const rows = [
    '经办人员态度恶劣,去示例大厅办事被推诿,3月5日,李示例',
    '负责人长期不在岗,示例村委会没人办事,2024-02-30,王示例',
    '来源,不明的噪音吵了一夜,2024-02-30,李示例',
    '医保缴费总计,缴费总额算错了,2024-02-30,李示例',
  ]
  const read = await readRows('petitions', letters + rows.join('\n'))
  expect(read).toMatchObject({ rows: 5, warnings: [] })
  expect(read.refused.map((row) => row.rowNumber)).toEqual([3, 4, 5, 6])
})

it('a note is no message, and the clerk is told which lines were left out', async () => {
  const read = await readRows('petitions', `${letters}注:以上为三月份来信,,,\n`)
  expect(read).toMatchObject({ rows: 1, warnings: ['第 3 行是合计或说明，没有当作数据'] })
  expect(read.accepted.map((row) => row['title'])).toEqual(['示例桥裂缝'])
})

it('an empty table is told as one', async () => {
  const read = await readRows('petitions', '留言主题,留言详情,留言时间,留言用户\n')
  expect(read).toMatchObject({ rows: 0, warnings: ['表里没有数据行，请确认是不是发错了文件。'] })
})

it('a payment whose unit or payee is named like a total is refused when it cannot be read', async () => {
  const read = await readRows(
    'payments',
    '凭证号,预算单位,收款人,金额,支付日期\nZF1,示例局,示例公司,1,2024-03-05\nZF2,云岭市小计,示例公司,1,2024-02-30\n' +
      'ZF3,示例局,项目合计,见附件,2024-03-05\n小计,,,1,\n',
  )
  expect(read.rows).toBe(3)
  expect(read.refused.map((row) => row.rowNumber)).toEqual([3, 4])
  expect(read.warnings).toContain('第 5 行是合计或说明，没有当作数据')
})
