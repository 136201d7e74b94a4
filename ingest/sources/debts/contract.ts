import type { Contract } from '../contract.ts'
import { fiscalYear, government, standing } from '../fiscal-fields.ts'

/** 政府债务: one row is one kind of debt (一般 or 专项) of one government and year. */
export const debts: Contract = {
  kind: 'debts',
  key: ['region', 'fiscal_year', 'debt_kind'],
  fields: [
    ...government,
    fiscalYear,
    {
      name: 'debt_kind',
      label: '债务类型',
      type: 'choice',
      required: true,
      headers: ['债务种类', '债务类别', '债务性质', '债券类型'],
      choices: { 一般债务: ['一般', '一般债', '一般债券'], 专项债务: ['专项', '专项债', '专项债券'] },
    },
    {
      name: 'limit_amount',
      label: '债务限额',
      type: 'money',
      headers: ['限额', '政府债务限额', '债务余额限额'],
    },
    {
      name: 'balance',
      label: '债务余额',
      type: 'money',
      state: true,
      columnRequired: true,
      headers: ['年末债务余额', '政府债务余额', '期末余额', '年末余额'],
    },
    {
      name: 'quota',
      label: '新增债务限额',
      type: 'money',
      headers: ['新增限额', '当年新增债务限额', '新增债券额度'],
    },
    {
      name: 'issued_new',
      label: '新增债券发行',
      type: 'money',
      state: true,
      headers: ['新增债券发行额', '新增债券', '当年新增发行'],
    },
    {
      name: 'issued_refinancing',
      label: '再融资债券发行',
      type: 'money',
      state: true,
      headers: ['再融资债券发行额', '再融资债券', '再融资发行'],
    },
    {
      name: 'repaid',
      label: '还本支出',
      type: 'money',
      state: true,
      headers: ['还本', '债务还本支出', '当年还本'],
    },
    {
      name: 'interest',
      label: '付息支出',
      type: 'money',
      state: true,
      headers: ['付息', '债务付息支出', '当年付息', '利息支出'],
    },
    {
      name: 'capacity',
      label: '综合财力',
      type: 'money',
      headers: ['地方综合财力', '政府综合财力', '可用综合财力'],
    },
    {
      name: 'product',
      label: '地区生产总值',
      type: 'money',
      headers: ['GDP', '生产总值', '国内生产总值', '地区GDP'],
    },
    {
      name: 'purpose',
      label: '用途',
      type: 'text',
      headers: ['资金用途', '债券资金用途', '债券用途', '资金投向'],
    },
    ...standing,
  ],
  checks: [
    { rule: 'not_negative', field: 'limit_amount', sentence: '债务限额是负数', otherwise: 'quarantine' },
    { rule: 'not_negative', field: 'balance', sentence: '债务余额是负数', otherwise: 'quarantine' },
    { rule: 'not_negative', field: 'interest', sentence: '付息支出是负数', otherwise: 'warn' },
  ],
}
