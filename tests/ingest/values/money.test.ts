import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  add,
  formatDecimal,
  multiply,
  one,
  parseDecimal,
  type Decimal,
} from '../../../ingest/values/decimal.ts'
import { moneyParser } from '../../../ingest/values/money.ts'
import { Refusal } from '../../../ingest/values/refusal.ts'
import { scaleOfUnit, unitInHeader, unitsInHeader, unitsInTitle } from '../../../ingest/values/unit.ts'

const yuan = moneyParser({ scale: one, decimal: '.' })
const wan = moneyParser({ scale: scaleOfUnit('万元') ?? one, decimal: '.' })
const comma = moneyParser({ scale: one, decimal: ',', foreign: true })
const dollars = moneyParser({ scale: one, decimal: '.', foreign: true })
/** The largest amount in 分: fifteen digits of 元 before the point. */
const mostCents = 10n ** 17n - 1n

function code(parsed: unknown): unknown {
  return parsed instanceof Refusal ? parsed.code : parsed
}

function written(cents: bigint): { plain: string; grouped: string } {
  const plain = formatDecimal({ digits: cents, places: 2 }, 2)
  return { plain, grouped: plain.replace(/\B(?=(\d{3})+\.)/g, ',') }
}

describe('moneyParser', () => {
  it.each([
    ['3250', '3250.00'],
    ['573.9', '573.90'],
    ['-12.50', '-12.50'],
    ['1,234,567.8', '1234567.80'],
    ['１２，３４５．６７', '12345.67'],
    ['(9,743,908.00)', '-9743908.00'],
    ['（1,234.00）', '-1234.00'],
    ['(-1,234.00)', '-1234.00'],
    ['1,234.50-', '-1234.50'],
    ['￥1,234', '1234.00'],
    ['-¥5', '-5.00'],
    ['12.5万元', '125000.00'],
    ['3亿', '300000000.00'],
    ['100元整', '100.00'],
    ['1.2E+05', '120000.00'],
    ['33.335', '33.34'],
    ['-0.00', '0.00'],
    ['—', null],
    ['无', null],
  ])('reads %s', (text, expected) => {
    expect(yuan(text)).toBe(expected)
  })

  it.each([
    ['见附件', 'money_note'],
    ['详见合同', 'money_note'],
    ['是', 'money_unreadable'],
    ['USD 100', 'money_currency'],
    ['US$100', 'money_currency'],
    ['(£1,234.00)', 'money_currency'],
    ['100 HKD', 'money_currency'],
    ['3万美元', 'money_currency'],
    ['2024-03-05', 'money_unreadable'],
    ['1,23', 'money_separator'],
    ['1,234,56.00', 'money_separator'],
    ['--5', 'money_unreadable'],
    ['-(-5)', 'money_unreadable'],
    ['#REF!', 'formula_error'],
    ['99999999999999999999', 'money_too_large'],
    ['9999999999999999.99', 'money_too_large'],
    ['1000000000000000', 'money_too_large'],
    ['1.2.3', 'money_unreadable'],
  ])('refuses %s as %s', (text, expected) => {
    expect(code(yuan(text))).toBe(expected)
  })

  it('reads amounts of other currencies where the file says which', () => {
    expect(['USD 100', 'US$1,000.5', '(£12)', '3万美元', 'HK$7'].map(dollars)).toEqual([
      '100.00',
      '1000.50',
      '-12.00',
      '30000.00',
      '7.00',
    ])
  })

  it('reads decimal commas only when told so', () => {
    expect([comma('$106,89'), comma('$1.234.567,89'), code(dollars('$106,89'))]).toEqual([
      '106.89',
      '1234567.89',
      'money_separator',
    ])
  })

  it('converts 万元 exactly, where binary fractions would not', () => {
    expect([wan('0.29'), wan('1.005'), wan('4.35'), wan('12345678.123456')]).toEqual([
      '2900.00',
      '10050.00',
      '43500.00',
      '123456781234.56',
    ])
  })

  it('gives back every amount it can hold, however it is grouped', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -mostCents, max: mostCents }), (cents) => {
        const { plain, grouped } = written(cents)
        expect([yuan(plain), yuan(grouped)]).toEqual([plain, plain])
      }),
    )
  })

  it.each([mostCents, -mostCents])('holds %d 分, and not one more', (cents) => {
    const { plain, grouped } = written(cents)
    expect([yuan(plain), yuan(grouped)]).toEqual([plain, plain])
    const beyond = written(cents < 0n ? cents - 1n : cents + 1n)
    expect([code(yuan(beyond.plain)), code(yuan(beyond.grouped))]).toEqual([
      'money_too_large',
      'money_too_large',
    ])
  })
})

describe('exact decimals', () => {
  const decimal = fc.record({ digits: fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), places: fc.nat(6) })

  it('adds whatever the order', () => {
    fc.assert(
      fc.property(fc.array(decimal, { minLength: 1 }), (values: Decimal[]) => {
        const sum = (list: Decimal[]) => formatDecimal(list.reduce(add), 6)
        expect(sum([...values].reverse())).toBe(sum(values))
      }),
    )
  })

  it('multiplies as integers do', () => {
    fc.assert(
      fc.property(decimal, decimal, (left, right) => {
        const product = multiply(left, right)
        expect(product).toEqual({ digits: left.digits * right.digits, places: left.places + right.places })
        expect(parseDecimal(formatDecimal(product, product.places))?.digits).toBe(product.digits)
      }),
    )
  })
})

describe('units of money', () => {
  it.each([
    ['金额(万元)', '万元'],
    ['预算金额（单位：亿元）', '亿元'],
    ['金额/万元', '万元'],
    ['金额（元）', '元'],
    ['元旦慰问', null],
    ['补助标准（万元/人）', '万元'],
    ['金额（元/万元）', null],
    ['金额', null],
  ])('finds the unit of the header %s', (header, unit) => {
    expect(unitInHeader(header)).toBe(unit)
  })

  it.each([
    [['填报单位：示例市财政局    单位：万元'], ['万元']],
    [['填报单位：示例市财政局'], []],
    [['填报单位：元示例区财政局', '填报单位：分局'], []],
    [['单位：元/万元'], ['元', '万元']],
    [['单位：', '万元'], ['万元']],
    [['金额单位为人、万元，元/人'], ['万元']],
    [['单位：元、角、分'], ['元']],
    [['单位：万元  币种：人民币元'], ['万元']],
    [['单位：万元  币种：美元'], ['万元', '美元']],
  ])('the cells %j above a table state %j', (cells, units) => {
    expect(unitsInTitle(cells)).toEqual(units)
  })

  it.each([
    ['金额(万)', ['万元']],
    ['金额（十万元）', ['十万元']],
    ['金额（USD）', ['USD']],
    ['金额（折合万美元）', ['万美元']],
    ['金额（人民币：万元，美元：万美元）', ['万元', '美元', '万美元']],
    ['金额（不含分成）', []],
  ])('the header %s names %j', (header, units) => {
    expect(unitsInHeader(header)).toEqual(units)
  })
})
