import { budgetHeaders } from '../budget-headers.ts'
import type { Contract } from '../contract.ts'

/** 指标调整: one row is one adjustment of one budget line. */
export const budgetAdjustments: Contract = {
  kind: 'budget_adjustments',
  key: ['adj_id'],
  fields: [
    {
      name: 'adj_id',
      label: '调整编号',
      type: 'code',
      required: true,
      headers: ['调整单号', '调剂编号', '调整ID', '调整单编号', '调剂单号', 'ADJ_ID'],
    },
    { name: 'bgt_id', label: '指标编号', type: 'code', required: true, headers: budgetHeaders.line },
    {
      name: 'adj_date',
      label: '调整日期',
      type: 'date',
      happened: true,
      required: true,
      headers: ['调剂日期', '调整时间', '调剂时间', '日期', 'ADJ_DATE'],
    },
    {
      name: 'add_amount',
      label: '调增金额',
      type: 'money',
      headers: ['调增', '调增数', '追加金额', '增加金额', 'ADD_AMT', 'ADD_AMOUNT'],
    },
    {
      name: 'dis_amount',
      label: '调减金额',
      type: 'money',
      headers: ['调减', '调减数', '追减金额', '减少金额', 'DIS_AMT', 'DIS_AMOUNT'],
    },
    { name: 'doc_no', label: '文号', type: 'text', headers: ['调整文号', ...budgetHeaders.docNo] },
    {
      name: 'approved_by',
      label: '批准文号',
      type: 'text',
      headers: ['批准机关', '审批文号', '常委会批准文号', '人大批准文号', '批准依据'],
    },
  ],
  checks: [
    {
      rule: 'any_given',
      field: 'add_amount',
      or: 'dis_amount',
      sentence: '调增金额和调减金额都没有填',
      otherwise: 'quarantine',
    },
    { rule: 'not_negative', field: 'add_amount', sentence: '调增金额应填正数', otherwise: 'warn' },
    { rule: 'not_negative', field: 'dis_amount', sentence: '调减金额应填正数', otherwise: 'warn' },
  ],
}
