import { fromDay } from '#calendar'
import { type BudgetDataset, groupBy, unitName } from '../dataset.ts'
import { issueMatter } from '../disclosure/issue.ts'
import { type Cents, formatMoney } from '../money.ts'
import { numberBelow } from '../near.ts'
import { OutcomeBuilder, type Rule, type Severity, limitOf } from '../rule.ts'
import { statutes } from '../statutes.ts'
import { type Disclosure, type PublishedFile } from '../tenders.ts'

/** 百元, in which published files are compared, in 分. */
const centsOfHundred = 10_000

/** What only the wording of a file shows is worth attention; numbers that contradict each other weigh more. */
const wordingChecks: ReadonlySet<string> = new Set(['年度不一致', '模板未填', '增减表述'])

/** B46 公开超期、勾稽不平: published late or not at all, and published files that contradict themselves. */
export const disclosure: Rule = {
  id: 'B46',
  name: '公开超期或勾稽不平',
  version: '1.0',
  role: 'finding',
  severity: '橙',
  certainty: 'C',
  clauses: [statutes.budgetLaw14, statutes.rules6],
  formula:
    '公开日期（未公开的取截至日期）− 批复日期 > 20 日；或部门决算公开文件：表内合计 ≠ 各项之和、两表不符、表文相差 > 0.5 万元、基本支出 ≠ 人员经费 + 公用经费、收入总计 ≠ 支出总计、缺表、年度或增减表述有误、留有模板占位',
  thresholds: [
    {
      key: 'days',
      label: '公开期限',
      value: 20,
      unit: '日',
      origin: '法定',
      basis: '预算法第十四条',
    },
  ],
  exceptions: [
    '涉及国家秘密的事项',
    '表与文字相差不超过 0.5 万元（各自四舍五入）',
    '同一单位同一年度较早的文件',
  ],
  innocentCauses: [
    '网站改版使公开日期登记为转载日期',
    '文字取数时单位写错，表格无误',
    '更正后的文件尚未接入',
  ],
  requires: [],
  scope: '登记的预决算公开事项和接入的部门决算公开文件',
  evaluate(dataset, thresholds) {
    const outcome = new OutcomeBuilder()
    if (dataset.disclosures.length === 0 && dataset.publishedFiles.length === 0) {
      outcome.limit('没有公开文件，也没有预决算公开登记')
      return outcome.done(false)
    }
    for (const item of dataset.disclosures) judgeDate(outcome, dataset, item, limitOf(thresholds, 'days'))
    for (const file of dataset.publishedFiles) judgeFile(outcome, file)
    return outcome.done()
  },
}

function judgeDate(outcome: OutcomeBuilder, dataset: BudgetDataset, item: Disclosure, limit: number): void {
  const place = { unit: item.unit, year: item.year, matter: `${item.documentKind}公开时间` }
  const until = item.publishedOn ?? item.asOf
  if (until === null) {
    outcome.limit(`${unitName(dataset, item.unit)}的${item.documentKind}没有公开日期，也没有登记截至日期`)
    return
  }
  const days = until - item.approvedOn
  if (days <= limit) {
    outcome.spare(
      numberBelow(place, '批复到公开', Math.max(0, days), limit, (value) => `${String(value)} 日`),
    )
    return
  }
  const approved = fromDay(item.approvedOn)
  const ending =
    item.publishedOn === null ? `到 ${fromDay(until)} 仍未公开` : `${fromDay(item.publishedOn)} 才公开`
  outcome.suspect({
    ...place,
    severity: '橙',
    cents: 0,
    text: `${unitName(dataset, item.unit)}的 ${String(item.year)} 年${item.documentKind} ${approved} 批复，${ending}，共 ${String(days)} 日，超过 ${String(limit)} 日。`,
    formulaFilled: `${fromDay(until)} − ${approved} = ${String(days)} 日 > ${String(limit)} 日`,
    rows: [{ place: item.place, cents: 0, note: `批复 ${approved}，${ending}` }],
  })
}

/** One suspicion to each kind of contradiction of a file, with every place where it stands. */
function judgeFile(outcome: OutcomeBuilder, file: PublishedFile): void {
  if (file.supersededBy !== null) return
  const { unit, year, unitName: name } = file
  if (year === null) {
    outcome.limit(`${name}的公开文件看不出是哪个年度，没有报出`)
    return
  }
  if (file.issues.length === 0) {
    const measured = `核对了 ${String(file.tables.length)} 张表和文字说明`
    const place = { unit, year, matter: '部门决算公开文件' }
    outcome.spare({ ...place, kind: 'below', measured, limit: '有不符', short: '没有发现不符', nearness: 0 })
    return
  }
  for (const [check, issues] of groupBy(file.issues, (issue) => issue.check)) {
    const cents = gapOf(issues)
    const severity: Severity = wordingChecks.has(check) ? '黄' : '橙'
    const sentences = issues.map(({ place, text }) => `${place.sheet ?? ''}：${text}`)
    const [first = ''] = sentences
    const more = issues.length > 1 ? `等 ${String(issues.length)} 处` : ''
    const amount = cents === 0 ? '' : `，相差合计 ${formatMoney(cents)}`
    outcome.suspect({
      unit,
      year,
      matter: issueMatter({ check }),
      severity,
      cents,
      text: `${name} ${String(year)} 年度部门决算公开文件“${check}”${String(issues.length)} 处${amount}：${first}${more}。`,
      formulaFilled: sentences.slice(0, 5).join('；'),
      rows: rowsOf(issues),
    })
  }
}

/** What the contradictions differ by, all together. */
function gapOf(issues: PublishedFile['issues']): Cents {
  return issues.reduce((sum, { gap = 0 }) => sum + Math.abs(gap) * centsOfHundred, 0)
}

/** Two contradictions on one line are one row with two notes. */
function rowsOf(issues: PublishedFile['issues']) {
  return [...groupBy(issues, ({ place }) => place.key).values()].slice(0, 200).flatMap((group) => {
    const [first] = group
    if (!first) return []
    return [{ place: first.place, cents: gapOf(group), note: group.map(({ text }) => text).join('；') }]
  })
}
