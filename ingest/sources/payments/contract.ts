import { budgetHeaders } from '../budget-headers.ts'
import type { Contract } from '../contract.ts'

/** 国库支付: one row is one payment to one payee. */
export const payments: Contract = {
  kind: 'payments',
  label: '国库支付',
  key: ['pay_cert_no'],
  fields: [
    {
      name: 'pay_cert_no',
      label: '支付凭证号',
      type: 'code',
      headers: ['凭证号', '支付凭证编号', '凭证编号', '支付令号', '支付申请号', '支付编号', 'PAY_CERT_NO'],
    },
    { name: 'bgt_id', label: '指标编号', type: 'code', headers: budgetHeaders.line },
    { name: 'fiscal_year', label: '预算年度', type: 'integer', headers: budgetHeaders.year },
    { name: 'agency_code', label: '预算单位代码', type: 'code', headers: budgetHeaders.agencyCode },
    {
      name: 'agency_name',
      label: '预算单位',
      type: 'text',
      required: true,
      headers: ['付款单位', ...budgetHeaders.agencyName],
    },
    { name: 'pro_code', label: '项目代码', type: 'code', headers: budgetHeaders.projectCode },
    { name: 'project_name', label: '项目名称', type: 'text', headers: budgetHeaders.projectName },
    { name: 'exp_func_code', label: '功能科目代码', type: 'code', headers: budgetHeaders.functionCode },
    {
      name: 'dep_bgt_eco_code',
      label: '部门经济科目代码',
      type: 'code',
      headers: budgetHeaders.economicCode,
    },
    {
      name: 'payee_name',
      label: '收款人',
      type: 'text',
      headers: [
        '收款人名称',
        '收款单位',
        '收款方',
        '收款人全称',
        '收款账户名称',
        '收款单位名称',
        '收款人户名',
        'PAYEE_ACCT_NAME',
        'PAYEE_NAME',
      ],
    },
    {
      name: 'payee_acct_no',
      label: '收款账号',
      type: 'code',
      headers: ['收款人账号', '收款账户', '收款银行账号', '收款人账户', '账号', 'PAYEE_ACCT_NO'],
    },
    {
      name: 'amount',
      label: '金额',
      type: 'money',
      required: true,
      headers: ['支付金额', '付款金额', '实际支付金额', '本次支付金额', 'PAY_AMT', 'AMOUNT'],
    },
    {
      name: 'pay_date',
      label: '支付日期',
      type: 'date',
      required: true,
      headers: ['付款日期', '支付时间', '清算日期', '付款时间', '记账日期', '日期', 'PAY_DATE', 'XPAY_DATE'],
    },
    {
      name: 'set_mode',
      label: '结算方式',
      type: 'text',
      headers: ['结算方式名称', '结算方式代码', 'SETMODE_CODE', 'SET_MODE_CODE'],
    },
    {
      name: 'pay_type',
      label: '支付方式',
      type: 'text',
      headers: ['支付类型', '支付方式代码', '付款方式', 'PAY_TYPE_CODE'],
    },
    {
      name: 'use_des',
      label: '用途',
      type: 'text',
      freeText: true,
      headers: ['用途说明', '资金用途', '摘要', '支付用途', '付款用途', '用途摘要', 'USE_DES'],
    },
    { name: 'contract_no', label: '合同编号', type: 'code', headers: ['合同号', 'CONTRACT_NO'] },
    { name: 'invoice_no', label: '发票号', type: 'code', headers: ['发票号码', '发票编号', 'INVOICE_NO'] },
    { name: 'currency', label: '币种', type: 'text', headers: ['货币', '币别'] },
  ],
}
