import { accountChoices, fiscalHeaders } from '../fiscal-headers.ts'
import type { Contract } from '../contract.ts'

/** 收入预算与执行: one row is one revenue subject of one government, year and account (本级). */
export const revenues: Contract = {
  kind: 'revenues',
  key: ['region', 'fiscal_year', 'account', 'inc_sub_code', 'inc_sub_name'],
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
