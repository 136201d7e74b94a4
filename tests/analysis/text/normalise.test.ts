import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadSegmenter } from '../../../analysis/jobs/lexicons.ts'
import { describeText, normaliseText, textKey } from '../../../analysis/text/index.ts'
import { surveyText } from '../../../analysis/text/survey.ts'

/** Text made of what breaks normalisers: markup, entities, width, invisible characters, spaces, emoji. */
const nastyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom(
        '<',
        '>',
        '&',
        ';',
        '&amp;',
        '&lt;',
        'amp;',
        '#38;',
        '<br>',
        '</p>',
        '<!--',
        '-->',
        '<script>',
      ),
      fc.constantFrom(
        '\u200b',
        '\ufeff',
        '\u3000',
        '\u00a0',
        '\t',
        '\r\n',
        '\u0001',
        'ａ',
        '＃',
        '物 业 费',
        '！！！！',
        '😀',
      ),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''))

describe('normaliseText', () => {
  it('is idempotent', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        const once = normaliseText(text)
        expect(normaliseText(once)).toBe(once)
      }),
      { numRuns: 2000 },
    )
  })

  it('gives by its fast path what the full one gives', () => {
    const tidyText = fc
      .array(
        fc.constantFrom(
          '物',
          '业',
          '，',
          '。',
          '！',
          ' ',
          '  ',
          '\n',
          '\t',
          '\u3000',
          'a',
          '1',
          '％',
          '①',
          '々',
        ),
        { maxLength: 16 },
      )
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(fc.oneof(tidyText, nastyText), (text) => {
        // A byte order mark is dropped, but takes the text through every step.
        expect(normaliseText(text)).toBe(normaliseText(`\ufeff${text}`))
      }),
      { numRuns: 3000 },
    )
  })

  it.each(['路灯不亮，老人出门不安全。', '物 业费', '一！！！', '第一行\n第二行', 'A市A3区 2019年'])(
    'knows %j for clean',
    (text) => {
      expect(surveyText(text)).toBe('clean')
    },
  )

  it.each([' 路灯', '路灯 ', '路  灯', '灯\n 亮', '物 业 费', '急！！！！', '１２', '路\t灯'])(
    'knows %j for untidy',
    (text) => {
      expect(surveyText(text)).toBe('plain')
    },
  )

  it.each([
    ['１２３ＡＢＣ，％', '123ABC，%'],
    ['停\u200b水\ufeff了', '停水了'],
    ['物 业 费 太贵', '物业费 太贵'],
    ['<p>第一段</p><p>第二&nbsp;段</p>', '第一段\n第二 段'],
    ['&amp;lt;b&amp;gt;还钱', '还钱'],
    ['收入<支出且支出>预算', '收入<支出且支出>预算'],
    ['急！！！！！！！', '急！！！'],
    ['\n\t\t　尊敬的领导', '尊敬的领导'],
    ['a\u0000b\r\n\r\nc', 'ab\nc'],
  ])('%j becomes %j', (text, expected) => {
    expect(normaliseText(text)).toBe(expected)
  })

  it('gives texts that differ in spacing and punctuation one key', () => {
    expect(textKey('您好，路灯 不亮！')).toBe(textKey('您好路灯不亮'))
  })
})

describe('hostile texts', () => {
  const size = 1_000_000
  it.each([
    '😀',
    '<',
    '<br ',
    '<!--',
    '<script>',
    '&amp;',
    '&#38;',
    '物 ',
    '\n ',
    'A1市',
    '1',
    '还钱',
    '＆ａmp;',
  ])('a million characters of %j come through every step', (unit) => {
    const text = unit.repeat(Math.ceil(size / unit.length))
    const normalised = normaliseText(text)
    expect(normalised.length).toBeLessThanOrEqual(text.length)
    expect(
      loadSegmenter()
        .segment(normalised.slice(0, 100_000))
        .every((word) => word !== ''),
    ).toBe(true)
    expect(describeText(text, normalised).length).toBeGreaterThan(0)
  })

  it.each([
    ['', '空白'],
    ['\u200b \n', '空白'],
    ['😀😀！！', '仅符号'],
    ['請問這個小區為什麼沒有電', '疑似繁体'],
    ['wo men xiao qu mei you shui qing wen zen me hui shi', '疑似拼音'],
    ['还钱'.repeat(300), '重复刷屏'],
    ['字'.repeat(30_000), '超长'],
    ['<p>路灯不亮</p>', '网页残留'],
    ['路\u200b灯', '隐形字符'],
  ])('%j is labelled %s', (text, trait) => {
    expect(describeText(text, normaliseText(text))).toContain(trait)
  })

  it('an ordinary letter carries no label', () => {
    const letter = '您好，我住在云水佳苑，三月以来楼下路灯不亮，老人晚上出门很不安全，请有关部门尽快修好。'
    expect(describeText(letter, normaliseText(letter))).toEqual([])
  })
})
