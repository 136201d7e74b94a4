import { describe, expect, it } from 'vitest'
import { readAmountInWords } from '../../../ingest/values/amount-in-words.ts'
import { choiceParser } from '../../../ingest/values/choice.ts'
import { parseCode, parseKeyCode } from '../../../ingest/values/code.ts'
import { parseInteger } from '../../../ingest/values/integer.ts'
import { Refusal } from '../../../ingest/values/refusal.ts'
import { oneName, trimText } from '../../../ingest/values/text.ts'

describe('small values', () => {
  it('takes the decimal point off ids', () => {
    expect(['24.0', '0024', 'ＡＢ１', ' A-1 ', '-', '1.50'].map(parseCode)).toEqual([
      '24',
      '0024',
      'AB1',
      'A-1',
      null,
      '1.50',
    ])
  })

  it('drops from a number what nobody sees in it', () => {
    expect(
      ['ZF99\u200b0061', 'ZF99\n0061', '\u202aZF990061\u202c', 'ZF\u00ad990061'].map(parseKeyCode),
    ).toEqual(Array(4).fill('ZF990061'))
    expect(parseCode('\u200b')).toBeNull()
  })

  it('reads a name that is broken over two lines as one', () => {
    expect(
      ['示例市人大\n常委会办公室', '示例\u200b局', '示例局\r\n（本级）', 'Example\n Trading  Ltd'].map(
        oneName,
      ),
    ).toEqual(['示例市人大常委会办公室', '示例局', '示例局（本级）', 'Example Trading  Ltd'])
  })

  it('refuses a record’s id that Excel has cut, and keeps one that only names another thing', () => {
    expect(parseKeyCode('1.10101E+17')).toMatchObject({ code: 'code_precision' })
    expect(parseCode('1.10101E+17')).toBe('1.10101E+17')
  })

  it('reads whole numbers', () => {
    expect(['007', '1,234', '12人', '2024年', '3.0', '－5', '无'].map(parseInteger)).toEqual([
      '7',
      '1234',
      '12',
      '2024',
      '3',
      '-5',
      null,
    ])
    expect(['3.5', '很多', '99999999999'].map(parseInteger)).toEqual(Array(3).fill(expect.any(Refusal)))
  })

  it('reads amounts in words to the 分', () => {
    const words = [
      '人民币（大写）：壹仟零伍元整',
      '陆佰元伍角',
      '叁角零贰分',
      '负壹拾元',
      '一亿二千万元',
      '三万亿元',
      '壹佰笔',
      '万元',
    ]
    expect(words.map(readAmountInWords)).toEqual([
      '1005.00',
      '600.50',
      '0.32',
      '-10.00',
      '120000000.00',
      '3000000000000.00',
      null,
      null,
    ])
  })

  it('maps spellings to allowed values; others are refused or kept', () => {
    const choices = { A: ['A类', '已解决'], B: [] }
    expect(['Ａ', 'a类', '已 解决', ''].map(choiceParser(choices, true))).toEqual(['A', 'A', 'A', null])
    expect(choiceParser(choices, true)('丙')).toMatchObject({
      code: 'choice_unknown',
      advice: '只能填：A、B',
    })
    expect(choiceParser(choices, false)('丙')).toBe('丙')
  })

  it('trims what copied pages bring along', () => {
    expect(trimText('\n\t\u3000\u200b 正文 一 \ufeff\u00a0')).toBe('正文 一')
  })
})
