import { budgetHeaders } from '../budget-headers.ts'
import type { Contract } from '../contract.ts'

/** 转移支付: one row is one allocation to one region. */
export const transfers: Contract = {
  kind: 'transfers',
  key: ['doc_no', 'to_div', 'kind'],
  fields: [
    {
      name: 'doc_no',
      label: '文号',
      type: 'text',
      required: true,
      headers: ['下达文号', ...budgetHeaders.docNo],
    },
    {
      name: 'from_div',
      label: '下达地区',
      type: 'text',
      required: true,
      headers: [
        '拨出地区',
        '上级财政',
        '拨付地区',
        '下达单位',
        '转出地区',
        '来源地区',
        '下达方',
        '上级',
        'FROM_DIV',
      ],
    },
    {
      name: 'to_div',
      label: '接收地区',
      type: 'text',
      required: true,
      headers: ['拨入地区', '下级财政', '接收单位', '转入地区', '到达地区', '接收方', '下级', 'TO_DIV'],
    },
    {
      name: 'kind',
      label: '转移支付类别',
      type: 'choice',
      headers: ['类别', '转移支付类型', '类型', '种类'],
      choices: {
        一般: ['一般性', '一般性转移支付', '一般转移支付', '均衡性转移支付'],
        专项: ['专项转移支付', '专项资金'],
      },
    },
    {
      name: 'amount',
      label: '金额',
      type: 'money',
      required: true,
      headers: ['下达金额', '转移支付金额', '拨付金额', 'AMOUNT'],
    },
    {
      name: 'received_at',
      label: '收文日',
      type: 'date',
      happened: true,
      headers: ['收文日期', '收到日期', '收到上级文件日期', '收文时间', '收到时间'],
    },
    {
      name: 'issued_at',
      label: '下达日',
      type: 'date',
      happened: true,
      headers: ['下达日期', '下达时间', '分解下达日期', '转下达日期'],
    },
    { name: 'fiscal_year', label: '预算年度', type: 'integer', headers: budgetHeaders.year },
  ],
  checks: [
    {
      rule: 'not_before',
      field: 'issued_at',
      than: 'received_at',
      sentence: '下达日早于收文日',
      otherwise: 'warn',
    },
    {
      rule: 'different',
      field: 'to_div',
      than: 'from_div',
      sentence: '接收地区与下达地区相同',
      otherwise: 'warn',
    },
    {
      rule: 'not_negative',
      field: 'amount',
      sentence: '金额是负数（扣回、追减的请核对）',
      otherwise: 'warn',
    },
  ],
}
