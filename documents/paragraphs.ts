import { AlignmentType, LineRuleType, Paragraph, TextRun, type IParagraphOptions } from 'docx'
import { cleanText } from './clean.ts'
import { character, fonts, line, size, tracking } from './layout.ts'

interface RunLook {
  readonly font?: string
  readonly size?: number
  readonly colour?: string
}

/** Text in one official font for all scripts; what is not given is 3号仿宋. */
export function run(text: string, look: RunLook = {}): TextRun {
  const font = look.font ?? fonts.body
  const points = look.size ?? size.three
  return new TextRun({
    text: cleanText(text).replaceAll('\n', ' '),
    font: { ascii: font, eastAsia: font, hAnsi: font, cs: font },
    size: points,
    sizeComplexScript: points,
    ...(points === size.three && { characterSpacing: tracking }),
    ...(look.colour === undefined ? {} : { color: look.colour }),
  })
}

/** A paragraph on the grid. */
export function paragraph(runs: readonly TextRun[], options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({
    children: [...runs],
    spacing: { line, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
    ...options,
  })
}

export function blank(): Paragraph {
  return paragraph([run('')])
}

/** Text that stays on the page of what follows. */
export function kept(text: string, options: IParagraphOptions = {}): Paragraph {
  return paragraph([run(text)], { ...options, keepNext: true })
}

/** 2号小标宋, centred. */
export function title(text: string, options: IParagraphOptions = {}): Paragraph {
  return paragraph([run(text, { font: fonts.title, size: size.two })], {
    alignment: AlignmentType.CENTER,
    spacing: { line: 660, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
    ...options,
  })
}

/**
 * Body text: each paragraph two characters in; first-level headings 黑体, second-level ones 楷体 (7.3.3). A heading stays
 * with its text, and the last paragraph with the signature, which never has a page to itself (7.3.5.4).
 */
export function bodyParagraphs(text: string): Paragraph[] {
  return cleanText(text)
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map((one, index, all) => {
      const font = fontOf(one)
      return paragraph([run(one, { font })], {
        alignment: AlignmentType.BOTH,
        indent: { firstLine: 2 * character },
        keepNext: font !== fonts.body || index === all.length - 1,
      })
    })
}

function fontOf(text: string): string {
  if (/^[一二三四五六七八九十]{1,3}、/.test(text) && !/[。；]$/.test(text)) return fonts.bold
  if (/^（[一二三四五六七八九十]{1,3}）/.test(text) && !/[。；？]$/.test(text)) return fonts.kai
  return fonts.body
}
