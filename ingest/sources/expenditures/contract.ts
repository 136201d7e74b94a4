import type { Contract } from '../contract.ts'
import { account, execution, fiscalYear, government, standing } from '../fiscal-fields.ts'

/** 支出预算与执行: one row is one functional subject of one government, year and account (本级). */
export const expenditures: Contract = {
  kind: 'expenditures',
  key: ['region', 'fiscal_year', 'account', 'subject_code', 'subject_name'],
  fields: [
    ...government,
    fiscalYear,
    { ...account, required: true },
    {
      name: 'subject_code',
      label: '支出科目代码',
      type: 'code',
      headers: ['支出功能科目代码', '支出科目编码', '支出功能科目编码'],
    },
    {
      name: 'subject_name',
      label: '支出科目',
      type: 'text',
      required: true,
      headers: ['支出科目名称', '支出项目', '支出功能科目名称', '支出功能分类科目名称', 'EXP_FUNC_NAME'],
    },
    {
      name: 'is_key',
      label: '重点支出',
      type: 'choice',
      headers: ['是否重点支出', '重点支出标识'],
      choices: { 是: ['1', 'Y', 'y', '√'], 否: ['2', '0', 'N', 'n'] },
    },
    ...execution,
    ...standing,
  ],
}
