/** Invented published final accounts of one unit, in 分. */
export interface AccountFigures {
  readonly unit: string
  readonly year: number
  readonly staff: number
  readonly running: number
  readonly project: number
  readonly carried: number
  /** 三公: budget and outcome. */
  readonly threePublic: readonly [budget: number, final: number]
}

/** What a writer got wrong. */
export type AccountFlaw = 'item' | 'text' | 'direction' | 'year' | 'placeholder' | 'empty-table'

/** 万元 with two decimals and thousands separators. */
function wan(cents: number): string {
  return (cents / 1_000_000).toFixed(2).replace(/\B(?=(\d{3})+(?!\d))/gu, ',')
}

/** Pages of lines, words divided by one space, that add up but for the flaws. */
export function accountPages(figures: AccountFigures, flaws: readonly AccountFlaw[] = []): string[][] {
  const has = (flaw: AccountFlaw): boolean => flaws.includes(flaw)
  const { unit, year, staff, running, project, carried } = figures
  const basic = staff + running
  const spent = basic + project
  const all = spent + carried
  const [budgeted, final] = figures.threePublic
  const initial = Math.round(basic * 1.02)
  return [
    [`${unit}${String(year)}年度部门决算`],
    [
      '目录',
      `第一部分 ${unit}概况`,
      `第二部分 ${has('placeholder') ? 'XX局' : unit}${String(year)}年度部门决算表`,
      '一、收入支出决算总表',
      '二、支出决算表',
      '三、财政拨款“三公”经费支出决算表',
      `第三部分 ${unit}${String(year)}年度部门决算情况说明`,
    ],
    [
      '收入支出决算总表',
      `编制单位：${unit} 单位：万元`,
      `本年收入合计 ${wan(all)} 本年支出合计 ${wan(spent)}`,
      `年末结转和结余 ${wan(carried)}`,
      `总计 ${wan(all)} 总计 ${wan(all)}`,
    ],
    [
      '支出决算表',
      `编制单位：${unit} 单位：万元`,
      `类 款 项 合计 ${wan(spent)} ${wan(basic)} ${wan(project)}`,
      `201 一般公共服务支出 ${wan(spent)} ${wan(basic)} ${wan(project)}`,
      `20106 财政事务 ${wan(spent)} ${wan(basic)} ${wan(project)}`,
      `2010601 行政运行 ${wan(basic)} ${wan(basic)}`,
      `2010602 一般行政管理事务 ${wan(has('item') ? project + 1_230_000 : project)} ${wan(project)}`,
    ],
    [
      '财政拨款“三公”经费支出决算表',
      `编制单位：${unit} 单位：万元`,
      '预算数 决算数',
      ...(has('empty-table') ? [] : [`${wan(budgeted)} ${wan(final)}`]),
    ],
    [
      `第三部分 ${unit}${String(year)}年度部门决算情况说明`,
      `一、${unit}${String(year)}年度收入支出总计 ${wan(has('text') ? all + 300_000_000 : all)} 万元。`,
      `二、本年收入合计 ${wan(all)} 万元。三、本年支出合计 ${wan(spent)} 万元。`,
      `四、行政运行年初预算为 ${wan(initial)} 万元，支出决算为 ${wan(basic)} 万元。决算数${has('direction') ? '大于' : '小于'}预算数的主要原因：厉行节约。`,
      `五、基本支出 ${wan(basic)} 万元。其中：人员经费 ${wan(staff)} 万元，公用经费 ${wan(running)} 万元。`,
      `六、“三公”经费财政拨款支出年初预算为 ${wan(budgeted)} 万元，支出决算为 ${wan(final)} 万元。`,
      `七、资产情况：截至${String(has('year') ? year - 1 : year)}年12月31日，共有车辆一辆。`,
    ],
  ]
}
