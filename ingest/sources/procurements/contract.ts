import { budgetHeaders } from '../budget-headers.ts'
import type { Contract } from '../contract.ts'

/** 政府采购: one row is one contract. */
export const procurements: Contract = {
  kind: 'procurements',
  label: '政府采购',
  key: ['contract_no'],
  fields: [
    {
      name: 'contract_no',
      label: '合同编号',
      type: 'code',
      required: true,
      headers: ['合同号', '采购合同编号', '政府采购合同编号', 'CONTRACT_NO'],
    },
    {
      name: 'agency_code',
      label: '采购单位代码',
      type: 'code',
      headers: ['采购人代码', ...budgetHeaders.agencyCode],
    },
    {
      name: 'agency_name',
      label: '采购单位',
      type: 'text',
      headers: ['采购人', '采购单位名称', '采购人名称', ...budgetHeaders.agencyName],
    },
    {
      name: 'pro_code',
      label: '项目代码',
      type: 'code',
      headers: ['采购项目编号', ...budgetHeaders.projectCode],
    },
    {
      name: 'item',
      label: '品目',
      type: 'text',
      headers: ['采购品目', '采购项目名称', '采购内容', '标的名称', '项目名称', '采购项目', '品目名称'],
    },
    { name: 'method', label: '采购方式', type: 'text', headers: ['采购组织形式', '方式'] },
    {
      name: 'bidders',
      label: '投标供应商数',
      type: 'integer',
      headers: [
        '供应商数',
        '投标人数',
        '参与供应商数',
        '供应商数量',
        '投标家数',
        '响应供应商数',
        '参与投标供应商数',
      ],
    },
    {
      name: 'supplier',
      label: '中标供应商',
      type: 'text',
      headers: [
        '供应商',
        '供应商名称',
        '成交供应商',
        '中标人',
        '中标单位',
        '中标(成交)供应商',
        '中标成交供应商',
      ],
    },
    {
      name: 'supplier_credit_code',
      label: '供应商统一社会信用代码',
      type: 'code',
      headers: ['统一社会信用代码', '信用代码', '供应商信用代码'],
    },
    {
      name: 'estimate',
      label: '采购预算',
      type: 'money',
      headers: ['预算金额', '预算', '采购预算金额', '项目预算'],
    },
    {
      name: 'amount',
      label: '合同金额',
      type: 'money',
      required: true,
      headers: ['金额', '成交金额', '中标金额', '采购金额', '合同价', 'AMOUNT'],
    },
    {
      name: 'supplement_amount',
      label: '补充合同金额',
      type: 'money',
      headers: ['补充合同', '补充金额', '追加合同金额', '补充协议金额'],
    },
    {
      name: 'signed_at',
      label: '签订日期',
      type: 'date',
      headers: ['合同签订日期', '签订时间', '合同日期', '签约日期', '合同签订时间'],
    },
    {
      name: 'published_at',
      label: '公告日期',
      type: 'date',
      headers: ['合同公告日期', '公告时间', '发布日期', '合同公告时间', '发布时间', '公示日期'],
    },
    {
      name: 'accepted_at',
      label: '验收日期',
      type: 'date',
      state: true,
      headers: ['验收日', '验收时间', '履约验收日期'],
    },
    { name: 'region', label: '地区', type: 'text', headers: ['区县', '所属地区', '行政区划', '区划'] },
  ],
}
