import { kindLabels } from '#terms'
import type { Kind } from '#warehouse'
import type { XlsxSheet } from '../formats/xlsx/write.ts'
import { writeXlsx, xlsxBytes } from '../formats/xlsx/write.ts'
import { contracts } from '../sources/contracts.ts'
import type { Contract, Field } from '../sources/contract.ts'

const howTo: Readonly<Record<Field['type'], string>> = {
  text: '文字',
  code: '编号，按文字填写，不要让表格软件改成科学计数法',
  date: '日期，如 2026-03-05',
  timestamp: '日期或时间，如 2026-03-05 14:30',
  money: '金额，单位元，如 1234.50；退款填负数',
  integer: '整数',
  percent: '百分数，如 65%',
  choice: '从“可填的内容”里选',
}

/** File name of a kind's template: 信访、群众留言、热线工单模板.xlsx */
export function templateName(kind: Kind): string {
  return `${kindLabels[kind]}模板.xlsx`
}

/** The empty workbook of a kind for phone, letter and reception records: fill it in, and it loads as it is. */
export function templateBytes(kind: Kind): Promise<Buffer> {
  return xlsxBytes(templateSheets(contracts[kind]))
}

export function writeTemplate(kind: Kind, path: string): Promise<void> {
  return writeXlsx(path, templateSheets(contracts[kind]))
}

/** The table to fill in, its required columns marked *, and a second sheet that says how. */
export function templateSheets(contract: Contract): XlsxSheet[] {
  const columns = contract.fields.map((field) => ({
    header: isRequired(field) ? `${field.label}*` : field.label,
    width: field.freeText ? 40 : 16,
  }))
  return [
    { name: '填写', columns, rows: [] },
    {
      name: '填表说明',
      columns: [
        { header: '这一列', width: 22 },
        { header: '要不要填', width: 12 },
        { header: '怎样填', width: 44 },
        { header: '可填的内容', width: 44 },
      ],
      rows: contract.fields.map((field) => [
        field.label,
        isRequired(field) ? '必须填' : '可以不填',
        howTo[field.type],
        Object.keys(field.choices ?? {}).join('；'),
      ]),
    },
  ]
}

function isRequired(field: Field): boolean {
  return (field.required ?? field.columnRequired) === true
}
