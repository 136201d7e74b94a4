import type { Contract } from '../contract.ts'
import { purchaser } from '../purchaser.ts'

/** 投标明细: one row is one supplier’s offer for one package of one procurement, in one round. */
export const bids: Contract = {
  kind: 'bids',
  key: ['procurement_no', 'package_no', 'supplier', 'round'],
  fields: [
    {
      name: 'procurement_no',
      label: '采购项目编号',
      type: 'code',
      required: true,
      headers: ['招标编号', '招标项目编号', '采购编号', '项目编号'],
    },
    {
      name: 'package_no',
      label: '包号',
      type: 'code',
      headers: ['分包号', '包件号', '标段', '标段号', '标包'],
    },
    {
      name: 'contract_no',
      label: '合同编号',
      type: 'code',
      headers: ['合同号', '采购合同编号', '政府采购合同编号'],
    },
    ...purchaser,
    {
      name: 'item',
      label: '采购内容',
      type: 'text',
      headers: ['采购项目名称', '标的名称', '品目', '项目名称'],
    },
    { name: 'method', label: '采购方式', type: 'text', headers: ['采购组织形式', '方式'] },
    {
      name: 'supplier',
      label: '投标供应商',
      type: 'text',
      required: true,
      headers: ['投标人', '投标单位', '响应供应商', '投标人名称', '供应商名称'],
    },
    {
      name: 'supplier_credit_code',
      label: '供应商统一社会信用代码',
      type: 'code',
      headers: ['统一社会信用代码', '信用代码', '投标人统一社会信用代码'],
    },
    { name: 'round', label: '报价轮次', type: 'integer', headers: ['轮次', '第几轮报价'] },
    {
      name: 'amount',
      label: '投标报价',
      type: 'money',
      required: true,
      headers: ['报价', '投标总价', '响应报价', '投标价', '报价金额', '开标价'],
    },
    {
      name: 'ceiling',
      label: '最高限价',
      type: 'money',
      headers: ['招标控制价', '最高投标限价', '拦标价', '采购最高限价'],
    },
    {
      name: 'bid_status',
      label: '投标状态',
      type: 'choice',
      state: true,
      headers: ['投标是否有效', '有效性', '评审结果', '投标有效性'],
      choices: {
        有效: ['通过', '合格', '有效投标', '是', '1'],
        无效: ['未通过', '不合格', '无效投标', '废标', '否决', '否', '2'],
      },
    },
    {
      name: 'is_winner',
      label: '是否中标',
      type: 'choice',
      state: true,
      headers: ['中标', '是否成交', '中标情况'],
      choices: { 是: ['1', 'Y', 'y', '√', '中标', '成交'], 否: ['2', '0', 'N', 'n', '未中标', '未成交'] },
    },
    {
      name: 'legal_person',
      label: '法定代表人',
      type: 'text',
      personal: 'person',
      headers: ['法人代表', '投标人法定代表人', '供应商法定代表人'],
    },
    {
      name: 'contact',
      label: '授权代表',
      type: 'text',
      personal: 'person',
      headers: ['投标联系人', '投标授权代表', '被授权人', '联系人'],
    },
    {
      name: 'phone',
      label: '联系电话',
      type: 'code',
      personal: 'account',
      headers: ['投标联系电话', '联系方式', '手机号'],
    },
    {
      name: 'deposit_account',
      label: '保证金转出账户',
      type: 'code',
      personal: 'account',
      headers: ['投标保证金账户', '保证金账号', '保证金转出账号'],
    },
    {
      name: 'file_mark',
      label: '投标文件标识',
      type: 'text',
      headers: ['文件机器码', '投标文件机器码', '文件制作机器码', '标书制作标识'],
    },
    { name: 'opened_at', label: '开标日期', type: 'date', headers: ['开标时间', '开启日期', '开标日'] },
  ],
  checks: [{ rule: 'not_negative', field: 'amount', sentence: '投标报价是负数', otherwise: 'quarantine' }],
}
