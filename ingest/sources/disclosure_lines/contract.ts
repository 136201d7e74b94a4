import type { Contract } from '../contract.ts'

/** 公开文件文字: one row is one line of text of a published file; the reader of PDFs and workbooks makes the rows. */
export const disclosureLines: Contract = {
  kind: 'disclosure_lines',
  refusal:
    '不是部门决算公开文件：里面没有认出决算表（收入支出决算总表、支出决算表等）。请换成公开的 PDF 或 .xlsx。',
  key: ['document', 'page_number', 'line_number'],
  fields: [
    { name: 'document', label: '公开文件指纹', type: 'code', required: true },
    { name: 'page_number', label: '公开文件页次', type: 'integer', required: true },
    { name: 'line_number', label: '公开文件行次', type: 'integer', required: true },
    { name: 'text', label: '公开文件行文', type: 'text', columnRequired: true },
  ],
}
