import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isBankCard, isCitizenId, isOldCitizenId } from '../../../ingest/privacy/checks.ts'
import { findPersonalData, maskPersonalData } from '../../../ingest/privacy/mask.ts'
import { withCheck, withLuhn } from './invented.ts'
import { labelledTexts, scoreSpans } from './labelled.ts'

/** Invented numbers with right checksums. */
const citizenId = '990101199001010019'
const card = '6222020000000000008'

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
    ['电话一三八〇〇〇〇〇〇〇〇', '电话[手机号]'],
    ['打1 3 8 0 0 0 0 0 0 0 0', '打[手机号]'],
    ['1380000\n0000', '[手机号]'],
    ['电话0990-8000001、8000002', '电话[电话]、[电话]'],
    ['老身份证430101500101123', '老身份证[身份证号]'],
    ['港澳通行证H12345678', '港澳通行证[通行证号]'],
    ['社保卡号A12345678', '社保卡号[社保卡号]'],
    ['微信号：shili_01，QQ123456', '微信号：[微信号]，QQ[QQ号]'],
    ['投诉人：张示例、李样例，王拟名', '投诉人：[姓名]、[姓名]，王拟名'],
    ['此致\n敬礼\n张示例\n2024年3月5日', '此致\n敬礼\n[姓名]\n2024年3月5日'],
    ['家住示例路12号3栋402室', '家住示例路[门牌]'],
    ['翠苑小区3栋2单元501', '翠苑小区[门牌]'],
    ['我住长青小区3栋2单元', '我住长青小区[门牌]'],
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
    '138****1234',
    '长青小区3栋2单元电梯坏了',
    '建设路12号的饭店',
    '统一社会信用代码91990100MA00000000',
    '快递单号13800138000',
    '总投资13800000000元',
    '业主向物业反映，我于下午到',
    '联系人王主任，张某和李某某',
    '二〇二四年三月十五日',
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

  it('finds spans in order that do not overlap, and nothing in what it has masked', () => {
    for (const { text } of labelledTexts()) {
      const spans = findPersonalData(text)
      for (const [index, span] of spans.entries()) {
        expect(span.end).toBeGreaterThan(span.start)
        expect(span.start).toBeGreaterThanOrEqual(spans[index - 1]?.end ?? 0)
      }
      expect(maskPersonalData(mask(text))).toEqual({ text: mask(text), found: [] })
    }
  })

  it.each(['tuned', 'held out'] as const)('recalls and is right on the labelled texts: %s', (set) => {
    const texts = labelledTexts().filter((one) => one.set === set)
    expect(texts.length).toBeGreaterThanOrEqual(250)
    for (const [kind, { found, right, labelled }] of scoreSpans(texts, findPersonalData)) {
      const least = kind === 'name' || kind === 'address' ? 0.9 : 0.98
      expect(right / labelled, `recall of ${kind}`).toBeGreaterThanOrEqual(least)
      expect(right / found, `precision of ${kind}`).toBeGreaterThanOrEqual(least)
    }
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

  it('knows the old citizen numbers by province and day', () => {
    expect(['430101500101123', '990101500101123', '430101500230123'].map(isOldCitizenId)).toEqual([
      true,
      false,
      false,
    ])
  })

  it('knows bank cards by range and checksum', () => {
    expect([
      isBankCard(bank),
      isBankCard(bank.slice(0, 18) + String((Number(bank[18]) + 1) % 10)),
      isBankCard(withLuhn('1234567890123456')),
    ]).toEqual([true, false, false])
  })
})
