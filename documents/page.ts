import {
  AlignmentType,
  DocumentGridType,
  Paragraph,
  PageNumber,
  TextRun,
  type ISectionPropertiesOptions,
} from 'docx'
import { character, fonts, line, mm, page, size } from './layout.ts'

/** A4 with the margins of the standard (5.2). */
export function pageOf(
  options: Pick<ISectionPropertiesOptions, 'titlePage'> = {},
): ISectionPropertiesOptions {
  return {
    ...options,
    page: {
      size: { width: page.width, height: page.height },
      margin: {
        top: page.top,
        bottom: page.bottom,
        left: page.left,
        right: page.right,
        header: mm(30),
        footer: mm(20),
      },
    },
    // Without a grid: what stands in it is spread out differently by Word and LibreOffice.
    grid: { type: DocumentGridType.DEFAULT, linePitch: line },
  }
}

/** — 2 —, 4号宋体, 7 mm below the text; odd pages one character from the right, even ones from the left (7.5). */
export function pageNumber(side: 'odd' | 'even'): Paragraph {
  const look = { font: fonts.number, size: size.four }
  return new Paragraph({
    alignment: side === 'odd' ? AlignmentType.RIGHT : AlignmentType.LEFT,
    spacing: { after: mm(5), before: 0 },
    indent: { left: character, right: character },
    children: [
      new TextRun({ ...look, text: '— ' }),
      new TextRun({ ...look, children: [PageNumber.CURRENT] }),
      new TextRun({ ...look, text: ' —' }),
    ],
  })
}
