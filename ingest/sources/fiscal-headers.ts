import type { Choices } from '../values/choice.ts'
import { budgetHeaders } from './budget-headers.ts'

/** Headers that the tables of whole governments share: revenue, expenditure, debt, cash. */
export const fiscalHeaders = {
  region: ['行政区划', '财政区划', '财政区划名称', '行政区划名称', '区划名称', '地区名称', 'MOF_DIV_NAME'],
  regionCode: ['行政区划代码', '财政区划代码', '区划代码', '行政区划编码', '财政区划编码', 'MOF_DIV_CODE'],
  year: [...budgetHeaders.year, '年份'],
  budget: ['年初预算数', '预算数', '年初数', '批准预算数', 'BGT_AMT'],
  adjusted: ['调整预算数', '调整后预算', '调整后预算数', '变动预算数', '调整预算', 'ADJ_BGT_AMT'],
  executed: ['决算数', '实际完成数', '完成数', '累计完成数', '累计执行数', '执行数', 'EXE_AMT'],
  approvedBy: ['常委会批准文号', '人大批准文号', '人大常委会批准文号', '预算调整批准文号', '批准依据'],
  asOf: ['截至日', '统计截止日期', '数据截至日期', '截止日期', '统计日期', '数据日期'],
} as const

/** 四本账, as 预算法 article 5 names them. */
export const accountChoices: Choices = {
  一般公共预算: ['一般公共', '一般预算', '一般公共预算资金'],
  政府性基金预算: ['政府性基金', '基金预算', '政府性基金预算资金'],
  国有资本经营预算: ['国有资本', '国资预算', '国有资本经营', '国有资本经营预算资金'],
  社会保险基金预算: ['社保基金', '社会保险基金', '社保基金预算'],
}
