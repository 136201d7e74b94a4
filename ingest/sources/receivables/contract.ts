import { budgetHeaders } from '../budget-headers.ts'
import type { Contract } from '../contract.ts'

/** 往来款项: one row is one open receivable or advance of one unit. */
export const receivables: Contract = {
  kind: 'receivables',
  key: ['receivable_id'],
  fields: [
    {
      name: 'receivable_id',
      label: '往来编号',
      type: 'code',
      required: true,
      headers: ['往来款编号', '挂账编号', '往来单号'],
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
      name: 'ledger_subject',
      label: '往来科目',
      type: 'text',
      headers: ['会计科目', '往来科目名称', '挂账科目'],
    },
    {
      name: 'counterparty',
      label: '往来对象',
      type: 'text',
      personal: 'person',
      headers: ['往来单位', '对方单位', '对方名称', '债务人'],
    },
    {
      name: 'occurred_at',
      label: '发生日期',
      type: 'date',
      happened: true,
      required: true,
      headers: ['挂账日期', '发生时间', '形成日期', '入账日期'],
    },
    {
      name: 'balance',
      label: '往来余额',
      type: 'money',
      required: true,
      state: true,
      headers: ['挂账余额', '未收回金额', '期末往来余额', '未结清金额'],
    },
    { name: 'reason', label: '挂账原因', type: 'text', freeText: true, headers: ['往来事由', '形成原因'] },
    {
      name: 'as_of',
      label: '截至日期',
      type: 'date',
      required: true,
      state: true,
      happened: 'this_month',
      headers: ['截至日', '统计截止日期', '统计日期'],
    },
  ],
}
