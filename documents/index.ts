// Word documents in the layout of GB/T 9704: page, type, paragraphs, tables. Letters and reports are made of these.
export { cleanText, safeFileName } from './clean.ts'
export { character, fonts, line, mm, page, red, size } from './layout.ts'
export { repack, zipFiles } from './package.ts'
export { pageNumber, pageOf } from './page.ts'
export { blank, bodyParagraphs, kept, paragraph, run, title } from './paragraphs.ts'
export { gridTable, type GridColumn } from './table.ts'
