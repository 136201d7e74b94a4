import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isBankCard, isCitizenId, passesLuhn } from '../../../ingest/privacy/checks.ts'
import { maskPersonalData } from '../../../ingest/privacy/mask.ts'

/** Invented numbers with right checksums. */
const citizenId = '990101199001010019'
const card = '6222020000000000008'

function withCheck(body: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, index) => total + weight * Number(body[index]), 0)
  return body + (['1', '0', 'X', '9', '8', '7', '6', '5', '4', '3', '2'][sum % 11] ?? '')
}

function withLuhn(body: string): string {
  return (
    body +
    String(Array.from({ length: 10 }, (_, digit) => String(digit)).find((digit) => passesLuhn(body + digit)))
  )
}

const mask = (text: string): string => maskPersonalData(text).text

describe('maskPersonalData', () => {
  const id = withCheck(citizenId.slice(0, 17))
  const bank = withLuhn(card.slice(0, 18))

  it.each([
    [`身份证号${id}，请核实`, '身份证号[身份证号]，请核实'],
    ['电话13800000000。', '电话[手机号]。'],
    ['电话 138 0000 0000', '电话 [手机号]'],
    ['+86-13800000000', '[手机号]'],
    ['手机１３８００００００００', '手机[手机号]'],
    ['座机0990-8000001转12', '座机[电话]'],
    ['电话80000001、80000002', '电话[电话]、[电话]'],
    [`打到${bank}上`, '打到[银行卡号]上'],
    ['车牌京A·12345被撞', '车牌[车牌]被撞'],
    ['新能源粤BD12345', '新能源[车牌]'],
    ['护照E12345678', '护照[护照号]'],
    ['写信到 zhang.shili@example.com 即可', '写信到 [邮箱] 即可'],
    ['我叫张示例，住在A市', '我叫[姓名]，住在A市'],
    ['本人李示例是业主', '本人[姓名]是业主'],
    ['联系人：王示例 电话13800000000', '联系人：[姓名] 电话[手机号]'],
  ])('masks %s', (text, expected) => {
    expect(mask(text)).toBe(expected)
  })

  it.each([
    '合同编号 HT20190101138000000',
    '工单号 20190612000138',
    '金额 13800000000.50 元',
    'G20190101 号文件',
    'A市B区C街道西地省',
    '西地省M3县',
    '本人于去年购房',
    '本人高中毕业，现住A2区',
    '2019年1月6日至2019-01-08',
    '990101199001010010',
    '拨打12345热线',
  ])('leaves %s alone', (text) => {
    expect(maskPersonalData(text)).toEqual({ text, found: [] })
  })

  it('changes nothing the second time', () => {
    const part = fc.constantFrom(
      id,
      bank,
      '13800000000',
      '我叫',
      '张示例',
      '，',
      '电话',
      '80000001',
      '联系人：',
      '京A12345',
      ' ',
      '于',
      '的',
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const once = mask(parts.join(''))
        expect(mask(once)).toBe(once)
      }),
    )
  })

  it('masks every number with a right checksum and none with a wrong one', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[1-6]\d{5}19[5-9]\d0[1-9][12]\d\d{3}$/),
        fc.integer({ min: 1, max: 9 }),
        (body, off) => {
          const right = withCheck(body)
          const wrong =
            right.slice(0, 17) + (right.endsWith('X') ? '0' : String((Number(right[17]) + off) % 10))
          expect([isCitizenId(right), isCitizenId(wrong)]).toEqual([true, false])
          expect(mask(`号码${right}。`)).toBe('号码[身份证号]。')
        },
      ),
    )
  })

  it('knows bank cards by range and checksum', () => {
    expect([
      isBankCard(bank),
      isBankCard(bank.slice(0, 18) + String((Number(bank[18]) + 1) % 10)),
      isBankCard(withLuhn('1234567890123456')),
    ]).toEqual([true, false, false])
  })
})
