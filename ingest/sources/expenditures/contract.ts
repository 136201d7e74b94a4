import { accountChoices, fiscalHeaders } from '../fiscal-headers.ts'
import type { Contract } from '../contract.ts'

/** 支出预算与执行: one row is one functional subject of one government, year and account (本级). */
export const expenditures: Contract = {
  kind: 'expenditures',
  key: ['region', 'fiscal_year', 'account', 'subject_code', 'subject_name'],
  fields: [
    { name: 'region', label: '地区', type: 'text', required: true, headers: fiscalHeaders.region },
    { name: 'region_code', label: '地区代码', type: 'code', headers: fiscalHeaders.regionCode },
    { name: 'fiscal_year', label: '预算年度', type: 'integer', required: true, headers: fiscalHeaders.year },
    {
      name: 'account',
      label: '四本账',
      type: 'choice',
      required: true,
      headers: ['账本', '预算类型', '预算体系', '所属预算', '预算类别'],
      choices: accountChoices,
    },
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
    {
      name: 'budget_amount',
      label: '年初预算',
      type: 'money',
      expected: true,
      headers: fiscalHeaders.budget,
    },
    {
      name: 'adjusted_amount',
      label: '调整预算数',
      type: 'money',
      state: true,
      headers: fiscalHeaders.adjusted,
    },
    { name: 'executed_amount', label: '执行数', type: 'money', state: true, headers: fiscalHeaders.executed },
    { name: 'approved_by', label: '批准文号', type: 'text', state: true, headers: fiscalHeaders.approvedBy },
    { name: 'as_of', label: '截至日期', type: 'date', state: true, headers: fiscalHeaders.asOf },
  ],
}
