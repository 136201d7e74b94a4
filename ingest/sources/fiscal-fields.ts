import { budgetHeaders } from './budget-headers.ts'
import type { Field } from './contract.ts'

/** Fields that the tables of whole governments share: revenue, expenditure, debt, cash. */
export const government: readonly Field[] = [
  {
    name: 'region',
    label: '地区',
    type: 'text',
    required: true,
    headers: ['行政区划', '财政区划', '财政区划名称', '行政区划名称', '区划名称', '地区名称', 'MOF_DIV_NAME'],
  },
  {
    name: 'region_code',
    label: '地区代码',
    type: 'code',
    headers: ['行政区划代码', '财政区划代码', '区划代码', '行政区划编码', '财政区划编码', 'MOF_DIV_CODE'],
  },
]

export const fiscalYear: Field = {
  name: 'fiscal_year',
  label: '预算年度',
  type: 'integer',
  required: true,
  headers: [...budgetHeaders.year, '年份'],
}

/** 四本账, as 预算法 article 5 names them. */
export const account: Field = {
  name: 'account',
  label: '四本账',
  type: 'choice',
  headers: ['账本', '预算类型', '预算体系', '所属预算', '预算类别'],
  choices: {
    一般公共预算: ['一般公共', '一般预算', '一般公共预算资金'],
    政府性基金预算: ['政府性基金', '基金预算', '政府性基金预算资金'],
    国有资本经营预算: ['国有资本', '国资预算', '国有资本经营', '国有资本经营预算资金'],
    社会保险基金预算: ['社保基金', '社会保险基金', '社保基金预算'],
  },
}

/** What was planned for a subject, and what became of it. */
export const execution: readonly Field[] = [
  {
    name: 'budget_amount',
    label: '年初预算',
    type: 'money',
    expected: true,
    headers: ['年初预算数', '预算数', '年初数', '批准预算数', 'BGT_AMT'],
  },
  {
    name: 'adjusted_amount',
    label: '调整预算数',
    type: 'money',
    state: true,
    headers: ['调整预算数', '调整后预算', '调整后预算数', '变动预算数', '调整预算', 'ADJ_BGT_AMT'],
  },
  {
    name: 'executed_amount',
    label: '执行数',
    type: 'money',
    state: true,
    headers: ['决算数', '实际完成数', '完成数', '累计完成数', '累计执行数', '执行数', 'EXE_AMT'],
  },
]

/** Who approved the figures, and the day they are of. */
export const standing: readonly Field[] = [
  {
    name: 'approved_by',
    label: '批准文号',
    type: 'text',
    state: true,
    headers: ['常委会批准文号', '人大批准文号', '人大常委会批准文号', '预算调整批准文号', '批准依据'],
  },
  {
    name: 'as_of',
    label: '截至日期',
    type: 'date',
    state: true,
    happened: 'this_month',
    headers: ['截至日', '统计截止日期', '数据截至日期', '截止日期', '统计日期', '数据日期'],
  },
]
