import { budgetHeaders } from '../budget-headers.ts'
import type { Contract } from '../contract.ts'

/** 政府投资项目: one row is one government investment project, its estimates and what has been paid on it. */
export const investments: Contract = {
  kind: 'investments',
  key: ['pro_code'],
  fields: [
    {
      name: 'pro_code',
      label: '项目代码',
      type: 'code',
      required: true,
      headers: ['投资项目代码', '政府投资项目代码', ...budgetHeaders.projectCode],
    },
    {
      name: 'project_name',
      label: '项目名称',
      type: 'text',
      oneName: true,
      headers: ['投资项目名称', ...budgetHeaders.projectName],
    },
    { name: 'agency_code', label: '预算单位代码', type: 'code', headers: budgetHeaders.agencyCode },
    {
      name: 'agency_name',
      label: '预算单位',
      type: 'text',
      oneName: true,
      headers: budgetHeaders.agencyName,
    },
    {
      name: 'estimate',
      label: '投资估算',
      type: 'money',
      headers: ['可研估算', '批复估算', '可行性研究报告估算'],
    },
    {
      name: 'approved_estimate',
      label: '批准概算',
      type: 'money',
      columnRequired: true,
      headers: ['概算', '投资概算', '核定概算', '初步设计概算'],
    },
    {
      name: 'adjusted_estimate',
      label: '调整概算',
      type: 'money',
      state: true,
      headers: ['调整后概算', '概算调整数'],
    },
    {
      name: 'approved_by',
      label: '概算批准文号',
      type: 'text',
      state: true,
      headers: ['概算批复文号', '概算调整批准文号'],
    },
    {
      name: 'paid_total',
      label: '累计支付',
      type: 'money',
      state: true,
      headers: ['累计完成支付', '累计拨付', '累计支付数'],
    },
    {
      name: 'as_of',
      label: '截至日期',
      type: 'date',
      state: true,
      happened: 'this_month',
      headers: ['截至日', '统计截止日期', '统计日期'],
    },
  ],
  checks: [
    { rule: 'not_negative', field: 'approved_estimate', sentence: '批准概算是负数', otherwise: 'quarantine' },
    { rule: 'not_negative', field: 'paid_total', sentence: '累计支付是负数', otherwise: 'warn' },
  ],
}
