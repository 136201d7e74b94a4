import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  FrameAnchorType,
  FrameWrap,
  Header,
  HorizontalPositionAlign,
  LineRuleType,
  Packer,
  Paragraph,
  VerticalPositionAlign,
  type Table,
} from 'docx'
import {
  blank,
  bodyParagraphs,
  character,
  cleanText,
  fonts,
  kept,
  mm,
  pageNumber,
  pageOf,
  paragraph,
  red,
  repack,
  run,
  size,
  title,
} from '#documents'
import { chineseDay } from '#terms'
import type { LetterSections } from '../core/command.ts'
import type { Office } from '../settings.ts'
import { annex, annexMention } from './annex.ts'
import type { Evidence } from './evidence.ts'

export interface LetterContent {
  readonly sections: LetterSections
  readonly office: Office
  readonly evidence: readonly Evidence[]
  /** Assigned when the letter is approved; null on a draft. */
  readonly number: { readonly year: number; readonly seq: number } | null
  /** Day of approval, 'YYYY-MM-DD'; null on a draft. */
  readonly date: string | null
}

/** ×人常函〔2026〕3号; a draft has no number yet. */
export function letterNumber(office: Pick<Office, 'prefix'>, number: LetterContent['number']): string {
  return number === null
    ? `${office.prefix}〔    〕  号`
    : `${office.prefix}〔${number.year}〕${number.seq}号`
}

/**
 * The letter as DOCX, 信函格式 of GB/T 9704-2012 (10.1): 发文机关标志 with the red double line, 发文字号, 标题, 主送机关,
 * 正文, 附件说明, 署名 and 成文日期, 附注, 版记 and the annex. The same content always gives the same bytes.
 */
export async function renderLetter(content: LetterContent): Promise<Uint8Array> {
  const document = new Document({
    creator: cleanText(content.office.signer),
    title: cleanText(content.sections.title),
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: { font: fonts.body, size: size.three } } } },
    sections: [
      {
        properties: pageOf({ titlePage: true }),
        headers: { first: new Header({ children: [mark(content.office)] }) },
        footers: {
          first: new Footer({ children: [rule(BorderStyle.THIN_THICK_MEDIUM_GAP)] }),
          default: new Footer({ children: [pageNumber('odd')] }),
          even: new Footer({ children: [pageNumber('even')] }),
        },
        children: parts(content),
      },
    ],
  })
  return repack(await Packer.toBuffer(document), content.date)
}

function parts(content: LetterContent): (Paragraph | Table)[] {
  const { sections, office, evidence, number, date } = content
  const mention = annexMention(evidence)
  return [
    paragraph([run(letterNumber(office, number))], { alignment: AlignmentType.RIGHT }),
    blank(),
    blank(),
    title(sections.title),
    blank(),
    paragraph([run(`${sections.addressee}：`)]),
    ...bodyParagraphs(sections.body),
    ...(mention === null ? [] : [kept(''), kept(mention, { indent: { firstLine: 2 * character } })]),
    ...closing(sections, date),
    ...annex(evidence),
    ...imprint(sections.copies),
  ]
}

/** 发文机关标志: 小标宋 in red, centred, with the thick-thin double line of 170 mm below it (10.1). */
function mark(office: Office): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: mm(1), before: 0 },
    indent: { left: -mm(7), right: -mm(7) },
    border: { bottom: { style: BorderStyle.THICK_THIN_MEDIUM_GAP, size: 24, space: 11, color: red } },
    children: [run(office.mark, { font: fonts.title, size: markSize(office.mark), colour: red })],
  })
}

/** As large as the name's length allows within 156 mm, at most 26 pt (half points). */
function markSize(name: string): number {
  const fitting = Math.floor(((156 / 25.4) * 72 * 2) / Math.max(1, Array.from(name).length))
  return Math.max(28, Math.min(52, fitting))
}

/** The red double line 20 mm above the lower edge of the first page. */
function rule(style: (typeof BorderStyle)[keyof typeof BorderStyle]): Paragraph {
  return new Paragraph({
    spacing: { before: 0, after: 0, line: 20, lineRule: LineRuleType.EXACT },
    indent: { left: -mm(7), right: -mm(7) },
    border: { bottom: { style, size: 24, space: 0, color: red } },
    children: [],
  })
}

/**
 * 署名 centred over 成文日期, which stands four characters from the right (7.3.5); on the line below it 附注 in brackets,
 * two characters in (7.3.6).
 */
function closing({ signer, contact }: LetterSections, date: string | null): Paragraph[] {
  const day = date === null ? '（签发后填写成文日期）' : chineseDay(date)
  const dayRight = 4
  const signerRight = Math.max(1, dayRight + (widthOf(day) - widthOf(signer)) / 2)
  const right = (indent: number) => ({
    alignment: AlignmentType.RIGHT,
    indent: { right: Math.round(indent * character) },
  })
  const signed = [kept(''), kept(''), kept(signer, right(signerRight))]
  const note = contact.trim()
  if (note === '') return [...signed, paragraph([run(day)], right(dayRight))]
  return [
    ...signed,
    kept(day, right(dayRight)),
    paragraph([run(`（${note}）`)], { indent: { firstLine: 2 * character } }),
  ]
}

/**
 * 版记: in a letter only 抄送, at the foot of the last page, the annex before it (7.3.7, 10.1); 4号, one character in on
 * both sides, further lines under the first recipient (7.4.2). A frame stands on the page of the paragraph behind it.
 */
function imprint(copies: string): Paragraph[] {
  if (copies.trim() === '') return []
  const one = size.four * 10
  const recipients = copies.trim().replace(/[。.]$/, '')
  const frame = {
    type: 'alignment',
    width: mm(156),
    wrap: FrameWrap.AROUND,
    anchor: { horizontal: FrameAnchorType.MARGIN, vertical: FrameAnchorType.MARGIN },
    alignment: { x: HorizontalPositionAlign.LEFT, y: VerticalPositionAlign.BOTTOM },
  } as const
  return [
    paragraph([run(`抄送：${recipients}。`, { size: size.four })], {
      frame,
      indent: { left: 4 * one, hanging: 3 * one, right: one },
    }),
    new Paragraph({ spacing: { before: 0, after: 0, line: 20, lineRule: LineRuleType.EXACT } }),
  ]
}

/** Width in characters of 3号: digits are half as wide. */
function widthOf(text: string): number {
  return Array.from(text).reduce((width, one) => width + (/[\u0020-\u007E]/.test(one) ? 0.5 : 1), 0)
}
