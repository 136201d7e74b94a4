import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftSections } from '../../casework/letters/draft.ts'
import { renderLetter } from '../../casework/letters/document.ts'
import type { Evidence } from '../../casework/letters/evidence.ts'
import { unknownFigures } from '../../casework/letters/figures.ts'
import { safeFileName } from '#documents'
import { readDocx } from './docx-reader.ts'

const office = {
  mark: '云岭市人民代表大会常务委员会',
  signer: '云岭市人大常委会预算工作委员会',
  prefix: '云人常函',
  contact: '联系人：张示例',
  copies: '云岭市财政局',
  isNamed: true,
}

function evidence(changes: Partial<Evidence['finding']> = {}, note = '示例用途'): Evidence {
  return {
    id: 'V1',
    findingId: 'F1',
    takenAt: '2026-03-02T01:00:00Z',
    finding: {
      finding_id: 'F1',
      rule: 'B36',
      rule_name: '疑似重复支付',
      rule_version: '1.0',
      severity: '橙',
      certainty: 'I',
      agency_code: '101',
      unit: '云岭市示例局',
      fiscal_year: 2025,
      matter: '示例设备',
      amount: '40080.20',
      text: '同一收款人相同金额支付两次',
      formula: '同单位、同收款人、同金额，30 天内两次以上',
      formula_filled: '20040.10 × 2 = 40080.20',
      clause: '《中华人民共和国预算法》（2018年修正）第五十七条',
      clause_text: '各级政府、各部门、各单位的支出必须按照预算执行。',
      threshold: '[]',
      innocent_causes: '["合同约定分次付款"]',
      evidence: '[]',
      data_date: '2025-12-31',
      computed_at: '2026-03-01T00:00:00Z',
      ...changes,
    },
    rows: [1, 2].map((position) => ({
      position,
      kind: 'payments',
      record_key: `P${position}`,
      source_file: '支付.csv',
      sheet: null,
      row_number: position + 1,
      amount: '20040.10',
      note,
    })),
  }
}

async function letterOf(one: Evidence, number: { year: number; seq: number } | null) {
  const sections = draftSections([one], office, 10)
  const date = number === null ? null : '2026-03-05'
  return renderLetter({ sections, office, evidence: [one], number, date })
}

describe('a letter', () => {
  it('has the layout of the standard: A4, margins, grid, official fonts with fallbacks', async () => {
    const docx = readDocx(await letterOf(evidence(), { year: 2026, seq: 7 }))
    const attributes = (name: string) => docx.elements.find((element) => element.name === name)?.attributes
    const mm = (value: string | undefined) => Math.round((Number(value) / 1440) * 25.4)
    expect([mm(attributes('w:pgSz')?.['w:w']), mm(attributes('w:pgSz')?.['w:h'])]).toEqual([210, 297])
    const margins = attributes('w:pgMar')
    expect(['w:top', 'w:bottom', 'w:left', 'w:right'].map((side) => mm(margins?.[side]))).toEqual([
      37, 35, 28, 26,
    ])
    // 22 lines in 225 mm, whatever the fonts and the program; 28 characters of 16 pt in 156 mm and no 29th.
    const spacing = docx.elements.filter(({ name }) => name === 'w:spacing').map((one) => one.attributes)
    const [line] = spacing.filter((one) => 'w:line' in one)
    expect(line?.['w:lineRule']).toBe('exact')
    const areaHeight = (225 / 25.4) * 1440
    expect(Math.floor(areaHeight / Number(line?.['w:line']))).toBe(22)
    const [tracking] = spacing.filter((one) => 'w:val' in one)
    const areaWidth = (156 / 25.4) * 1440
    expect(Math.floor(areaWidth / (320 + Number(tracking?.['w:val'])))).toBe(28)
    expect(attributes('w:docGrid')?.['w:type']).not.toMatch(/chars/iu)
    const fonts = new Set(
      docx.elements.filter(({ name }) => name === 'w:rFonts').map((one) => one.attributes['w:eastAsia']),
    )
    expect([...fonts].sort()).toEqual(['仿宋_GB2312', '方正小标宋简体', '黑体'].sort())
    const table = docx.part('word/fontTable.xml')
    for (const fallback of ['FangSong', 'Noto Serif CJK SC', '华文中宋']) expect(table).toContain(fallback)
    expect(docx.part('word/header1.xml')).toContain(office.mark)
    expect(docx.part('word/header1.xml')).toContain('thickThinMediumGap')
    expect(docx.parts.filter((name) => /^word\/footer\d/.test(name))).toHaveLength(3)
  })

  it('states the evidence and nothing else: figures, clause, annex with every source row and the sum', async () => {
    const docx = readDocx(await letterOf(evidence(), { year: 2026, seq: 7 }))
    const text = docx.paragraphs.join('\n')
    expect(docx.paragraphs[0]).toBe('云人常函〔2026〕7号')
    expect(text).toContain('关于核实2025年度示例设备有关情况的函')
    expect(text).toContain('云岭市示例局：')
    expect(text).toContain('涉及金额40,080.20元')
    expect(text).toContain('20040.10 × 2 = 40080.20')
    expect(text).toContain('各级政府、各部门、各单位的支出必须按照预算执行。')
    expect(text).toContain('附件：疑点来源明细（共2条）')
    expect(text).toContain('支付.csv 第 3 行')
    expect(docx.paragraphs).toContain('40,080.20')
    expect(text).toContain('2026年3月5日')
    expect(text).toContain('抄送：云岭市财政局。')
    const order = [
      '云人常函',
      '关于核实',
      '云岭市示例局：',
      '一、发现',
      '附件：',
      office.signer,
      '2026年3月5日',
      '（联系人：',
      '疑点来源明细',
      '合计',
      '抄送：',
    ]
    const places = order.map((part) => docx.paragraphs.findIndex((one) => one.startsWith(part)))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(places).not.toContain(-1)
  })

  it('has 附注 right below the date, and 抄送 at the foot of the last page, further lines under the first name', async () => {
    const docx = readDocx(await letterOf(evidence(), { year: 2026, seq: 7 }))
    const date = docx.paragraphs.indexOf('2026年3月5日')
    expect(docx.paragraphs[date + 1]).toBe('（联系人：张示例）')
    const frame = docx.elements.findIndex(({ name }) => name === 'w:framePr')
    expect(docx.elements[frame]?.attributes).toMatchObject({ 'w:vAnchor': 'margin', 'w:yAlign': 'bottom' })
    const indent = docx.elements.slice(frame).find(({ name }) => name === 'w:ind')
    expect(indent?.attributes).toMatchObject({ 'w:left': '1120', 'w:hanging': '840', 'w:right': '280' })
  })

  it.each([
    ['示例设备', '示例设备'],
    ['云岭示例有限公司（9900123）', '疑似重复支付'],
    ['ZB2025-01', '疑似重复支付'],
  ])('about %s is titled by %s', (matter, subject) => {
    const { title } = draftSections([evidence({ matter })], office, 10)
    expect(title).toBe(`关于核实2025年度${subject}有关情况的函`)
  })

  it('adds up the source rows of each kind by itself', async () => {
    const one = evidence()
    const lines = one.rows.map((row) => ({ ...row, kind: 'budget_lines', amount: '30000.00' }))
    const { paragraphs } = readDocx(
      await letterOf({ ...one, rows: [...lines, ...one.rows] }, { year: 2026, seq: 7 }),
    )
    const sumOf = (label: string) => paragraphs[paragraphs.indexOf(label) + 2]
    expect([sumOf('预算指标合计'), sumOf('国库支付合计')]).toEqual(['60,000.00', '40,080.20'])
  })

  it('keeps headings with their text, and the signature with the end of the text', async () => {
    const { part } = readDocx(await letterOf(evidence(), { year: 2026, seq: 7 }))
    const kept = [...part('word/document.xml').matchAll(/<w:p>.*?<\/w:p>/gsu)].flatMap(([xml]) =>
      xml.includes('<w:keepNext/>')
        ? [[...xml.matchAll(/<w:t[^>]*>([^<]*)/gu)].map(([, text]) => text).join('')]
        : [],
    )
    expect(kept.filter((text) => /^[一二三]、/u.test(text))).toHaveLength(3)
    const end = ['以上情况由数据比对得出', '附件：', office.signer, '2026年3月5日']
    for (const words of end) expect(kept.some((text) => text.startsWith(words))).toBe(true)
  })

  it('bears no number and no date before it is approved', async () => {
    const docx = readDocx(await letterOf(evidence(), null))
    expect(docx.paragraphs[0]).toBe('云人常函〔    〕  号')
    expect(docx.paragraphs.join('\n')).not.toMatch(/\d{4}年\d{1,2}月\d{1,2}日/)
  })

  it('is the same bytes every time', async () => {
    const number = { year: 2026, seq: 1 }
    expect(Buffer.from(await letterOf(evidence(), number))).toEqual(
      Buffer.from(await letterOf(evidence(), number)),
    )
  })

  it('stays well-formed whatever the data holds', async () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom(
        '<w:p/>&amp;',
        '\u0000\u0008\u{1F600}',
        '\uD800',
        '=HYPERLINK("x")',
        ']]>',
        '\u202E\uFEFF',
      ),
    )
    await fc.assert(
      fc.asyncProperty(hostile, hostile, async (matter, note) => {
        const one = evidence(
          { matter, text: note, formula_filled: matter, clause_text: note, unit: `${matter}局` },
          note,
        )
        const docx = readDocx(await letterOf(one, { year: 2026, seq: 1 }))
        expect(docx.part('word/document.xml')).not.toMatch(/[^\P{Cc}\n\t\r]|[\uFFFE\uFFFF]/u)
        expect(docx.elements.some(({ name }) => name === 'w:instrText' || name === 'w:hyperlink')).toBe(false)
      }),
      { numRuns: 12 },
    )
  })
})

describe('figures somebody wrote in', () => {
  it('are named, those of the evidence and of the first draft are not', () => {
    const draft = draftSections([evidence()], office, 10)
    const edited = { ...draft, body: `${draft.body}\n另有 88,000.00 元也请说明，合计 40,080.2 元。` }
    expect(unknownFigures(draft, draft, [evidence()])).toEqual([])
    expect(unknownFigures(edited, draft, [evidence()])).toEqual(['88000'])
  })
})

describe('file names', () => {
  it.each([
    ['../../etc/passwd', '.docx'],
    ['云人常函〔2026〕1号 <局>:"函"', '.docx'],
    ['\u202Efdp.exe', '.docx'],
    ['con', '.docx'],
    ['', '.docx'],
  ])('%s becomes a name inside its folder', (stem, ending) => {
    const name = safeFileName(stem, ending)
    expect(name).toMatch(/^[^/\\<>:"|?*\p{Cc}\p{Cf}]+\.docx$/u)
    expect(name.startsWith('.')).toBe(false)
  })
})
