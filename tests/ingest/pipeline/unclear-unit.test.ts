import { expect, it } from 'vitest'
import { readRows } from '../contracts/read-rows.ts'

const payment = (header: string, above = '', more = ['', '']) =>
  `${above}凭证号,预算单位,收款人,${header},支付日期${more[0] ?? ''}\nZF1,示例局,示例公司,10.00,2024-03-05${more[1] ?? ''}\n`

it.each([
  ['金额(万)', '', '100000.00'],
  ['金额（十万元）', '', '1000000.00'],
  ['金额', '单位：万元,,,,\n', '100000.00'],
  ['金额', '单位：,万元,,,\n', '100000.00'],
  ['金额', '单位：人、万元,,,,\n', '100000.00'],
  ['金额（元）', '单位：元/万元,,,,\n', '10.00'],
  ['金额（元）', '', '10.00'],
])('10.00 under %s, below %j, is %s', async (header, above, yuan) => {
  const { accepted } = await readRows('payments', payment(header, above))
  expect(accepted.map(({ amount }) => amount)).toEqual([yuan])
})

it.each([
  ['金额', '单位：元/万元,,,,\n', '几个单位（元、万元）'],
  ['金额', '单位：万元  币种：美元,,,,\n', '几个单位（万元、美元）'],
  ['金额（人民币：万元，美元：万美元）', '', '几个单位'],
  ['金额（USD）', '', '写的是USD'],
  ['金额(港元)', '', '写的是港元'],
  ['金额（万美元）', '', '写的是万美元'],
  ['金额', '单位：欧元,,,,\n', '“金额”上方的说明写的是欧元'],
  ['金额（千万亿元）', '', '“千万亿元”不认识'],
  ['金额（元）', '单位：万元,,,,\n', '上方是万元'],
])('%s below %j is asked about: %s', async (header, above, words) => {
  await expect(readRows('payments', payment(header, above))).rejects.toMatchObject({
    code: 'unit_unclear',
    message: expect.stringContaining(words) as string,
  })
})

it('amounts may be foreign where a column says of which currency each is', async () => {
  const { accepted } = await readRows('payments', payment('金额（美元）', '', [',币种', ',美元']))
  expect(accepted).toMatchObject([{ amount: '10.00', currency: '美元' }])
  await expect(readRows('payments', payment('金额（万美元）', '', [',币种', ',美元']))).rejects.toMatchObject(
    {
      code: 'unit_unclear',
    },
  )
})

it('元/平方米 in another column contradicts no 万元 above the table', async () => {
  const more = [',补助标准（元/平方米）,单价（元）', ',5,6']
  const { accepted } = await readRows('payments', payment('金额', '单位：万元,,,,,,\n', more))
  expect(accepted).toMatchObject([{ amount: '100000.00' }])
})
