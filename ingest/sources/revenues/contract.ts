import type { Contract } from '../contract.ts'
import { account, execution, fiscalYear, government, standing } from '../fiscal-fields.ts'

/** 收入预算与执行: one row is one revenue subject of one government, year and account (本级). */
export const revenues: Contract = {
  kind: 'revenues',
  key: ['region', 'fiscal_year', 'account', 'inc_sub_code', 'inc_sub_name'],
  fields: [
    ...government,
    fiscalYear,
    { ...account, required: true },
    {
      name: 'inc_sub_code',
      label: '收入科目代码',
      type: 'code',
      headers: ['收入分类科目代码', '收入科目编码', '收入分类科目编码'],
    },
    {
      name: 'inc_sub_name',
      label: '收入科目',
      type: 'text',
      required: true,
      headers: ['收入科目名称', '收入项目', '收入分类科目', '收入分类科目名称'],
    },
    ...execution,
    ...standing,
  ],
}
