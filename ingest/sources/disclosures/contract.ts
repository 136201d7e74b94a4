import { budgetHeaders } from '../budget-headers.ts'
import type { Contract } from '../contract.ts'

/** 预决算公开登记: one row is what one unit had to publish of one year, and when it did. */
export const disclosures: Contract = {
  kind: 'disclosures',
  key: ['agency_name', 'fiscal_year', 'document_kind'],
  fields: [
    { name: 'agency_code', label: '预算单位代码', type: 'code', headers: budgetHeaders.agencyCode },
    {
      name: 'agency_name',
      label: '预算单位',
      type: 'text',
      oneName: true,
      required: true,
      headers: ['公开单位', ...budgetHeaders.agencyName],
    },
    {
      name: 'fiscal_year',
      label: '预算年度',
      type: 'integer',
      required: true,
      headers: ['公开年度', ...budgetHeaders.year],
    },
    {
      name: 'document_kind',
      label: '公开内容',
      type: 'choice',
      required: true,
      headers: ['公开事项', '公开文件', '预决算类型'],
      choices: {
        部门预算: ['预算', '本级部门预算'],
        部门决算: ['决算', '本级部门决算'],
        单位预算: ['所属单位预算'],
        单位决算: ['所属单位决算'],
      },
    },
    {
      name: 'approved_at',
      label: '批复日期',
      type: 'date',
      happened: true,
      required: true,
      headers: ['批复时间', '财政批复日期', '预算批复日期', '决算批复日期'],
    },
    {
      name: 'published_at',
      label: '公开日期',
      type: 'date',
      happened: true,
      columnRequired: true,
      state: true,
      headers: ['公开时间', '网上公开日期', '向社会公开日期'],
    },
    { name: 'url', label: '公开网址', type: 'text', state: true, headers: ['网址', '公开链接', '链接'] },
    {
      name: 'as_of',
      label: '截至日期',
      type: 'date',
      state: true,
      happened: 'this_month',
      headers: ['截至日', '统计截止日期', '统计日期', '登记日期'],
    },
  ],
  checks: [
    {
      rule: 'not_before',
      field: 'published_at',
      than: 'approved_at',
      sentence: '公开日期早于批复日期',
      otherwise: 'warn',
    },
  ],
}
