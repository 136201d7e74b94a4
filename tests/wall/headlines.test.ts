import type { TrendContent } from '#contract'
import { describe, expect, it } from 'vitest'
import { agendaHeadline } from '../../wall/panels/kinds/agenda/figures.ts'
import { adoptedHeadline, commentsHeadline } from '../../wall/panels/kinds/agenda/comments.ts'
import { decisionsHeadline } from '../../wall/panels/kinds/agenda/decisions.ts'
import { draftsHeadline } from '../../wall/panels/kinds/agenda/drafts.ts'
import { meetingsHeadline } from '../../wall/panels/kinds/agenda/meetings.ts'
import { progressHeadline } from '../../wall/panels/kinds/budget/accounts.ts'
import { executionHeadline } from '../../wall/panels/kinds/budget/execution.ts'
import { findingsHeadline } from '../../wall/panels/kinds/budget/findings.ts'
import { flowHeadline } from '../../wall/panels/kinds/budget/flow.ts'
import { rulesHeadline } from '../../wall/panels/kinds/budget/rules.ts'
import { confirmedHeadline } from '../../wall/panels/kinds/cases/confirmed.ts'
import { lettersHeadline } from '../../wall/panels/kinds/cases/letters.ts'
import { casesHeadline } from '../../wall/panels/kinds/cases/stages.ts'
import { chainHeadline } from '../../wall/panels/kinds/coordination/chain.ts'
import { gapsHeadline } from '../../wall/panels/kinds/coordination/gaps.ts'
import { dataHeadline } from '../../wall/panels/kinds/data/figures.ts'
import { freshnessHeadline } from '../../wall/panels/kinds/data/freshness.ts'
import { morningHeadline } from '../../wall/panels/kinds/data/morning.ts'
import { quarantineHeadline } from '../../wall/panels/kinds/data/quarantine.ts'
import { runsHeadline } from '../../wall/panels/kinds/data/runs.ts'
import { reconciledHeadline } from '../../wall/panels/kinds/data/unbalanced.ts'
import { overviewHeadline } from '../../wall/panels/kinds/overview-figures.ts'
import { lampsHeadline } from '../../wall/panels/kinds/projects/lamps.ts'
import { timelineHeadline } from '../../wall/panels/kinds/projects/timeline.ts'
import { dueHeadline } from '../../wall/panels/kinds/suggestions/due.ts'
import { lateUnitsHeadline } from '../../wall/panels/kinds/suggestions/late-units.ts'
import { promisesHeadline } from '../../wall/panels/kinds/suggestions/promises.ts'
import { resultsHeadline } from '../../wall/panels/kinds/suggestions/results.ts'
import { stagesHeadline } from '../../wall/panels/kinds/suggestions/stages.ts'
import { categoriesHeadline } from '../../wall/panels/kinds/voices/categories.ts'
import { districtsHeadline } from '../../wall/panels/kinds/voices/districts.ts'
import { voiceFiguresHeadline } from '../../wall/panels/kinds/voices/figures.ts'
import { topicStagesHeadline } from '../../wall/panels/kinds/voices/topic-stages.ts'
import { aboveHeadline, leadingHeadline } from '../../wall/panels/kinds/voices/topics-above.ts'
import { weeksHeadline } from '../../wall/panels/kinds/voices/weeks.ts'

const today = '2026-10-31'

const week = (voices: number, band: readonly [number, number] | null) => ({
  week_start: '2026-10-19',
  voices,
  expected: band ? (band[0] + band[1]) / 2 : null,
  expected_low: band?.[0] ?? null,
  expected_high: band?.[1] ?? null,
})
const leading = (last: number, high: number): TrendContent => ({
  form: 'trend',
  unit: '件',
  periods: ['2026-10-19'],
  series: [{ id: 'a', label: '停水', values: [last] }],
  band: { label: '预期区间', low: [0], high: [high] },
  marks: [],
})
const compared = (counts: object) => ({ loads: 0, unbalanced: 0, explained: 0, balanced: 0, ...counts })
const rising = (name: string, weeks: number) => ({
  ...{ topic_id: name, title: name, name, weeks_above: weeks, is_above: true },
  ...{ voices: 9, expected: 2, expected_high: 4 },
})
const month = (rate: number | null, seasonal: number | null) => ({ month: 6, rate, linear: 0.5, seasonal })
const account = (label: string, rate: number | null) => ({
  id: label,
  label,
  adjusted: '1.00',
  paid: '0.00',
  rate,
})
const late = (unreplied: number, days: number | null) => ({
  ...{ unit: '甲局', suggestions: 9, late: unreplied, unreplied, longest_days: days },
})
const running = (colour: 'red' | 'green', daysLeft: number) => ({
  ...{ stage: '函询', isClosed: false, letters: [], outcome: null, confirmed: null },
  clock: { colour, daysLeft },
})
const closed = { stage: '销号', isClosed: true, clock: null, letters: [], outcome: null, confirmed: null }
const draft = (name: string, changes: object = {}) => ({
  ...{ draft_name: name, stage: '一审', result: '继续审议', stage_on: null, next_stage: null, next_on: null },
  ...{ comments: 0, adopted: 0, decided: 0, last_comment: null },
  ...changes,
})
const meeting = (held_on: string, is_held: boolean, drafts = 0) => ({
  ...{ session: '第一次会议', held_on, is_held, drafts },
  ...{ reports: 0, decisions: 0, appointments: 0, checks: 0 },
})
const decided = (title: string, held_on: string | null) => ({
  ...{ title, draft_name: null, held_on, votes_for: null, votes_against: null, votes_abstain: null },
})
const lit = (title: string, colour: '绿' | '黄' | '红' | '灰', word: string) => ({
  title,
  lamp: { colour, word, status: null, expected: null },
})
const source = (label: string, status: 'ok' | 'warn' | 'bad' | null, word = '没到') => ({
  ...{ name: label, label, word, reason: '', status, arrivedAt: null, kinds: [], affects: [] as string[] },
})
const fresh = (kindLabel: string, dataTo: string | null, isStale = false, loads = 1) => ({
  ...{ kindLabel, dataTo, isStale, loads, lateSources: [] as string[] },
})

describe('headlines of voices', () => {
  it.each([
    [weeksHeadline([]), '尚无一整周的来件'],
    [weeksHeadline([week(0, null)]), '上周 0 件，历史不足，不作判断'],
    [weeksHeadline([week(5, [2, 8])]), '上周 5 件，在预期之内'],
    [weeksHeadline([week(9, [2, 8])]), '上周 9 件，高于预期 2–8'],
    [weeksHeadline([week(1, [2, 8])]), '上周 1 件，低于预期 2–8'],
    [weeksHeadline([week(5, [2, 8]), week(9, [2, 8]), week(10, [2, 8])]), '连续 2 周高于预期，上周 10 件'],
    [reconciledHeadline(compared({})), '还没有载入数据'],
    [reconciledHeadline(compared({ loads: 3 })), '各批都没有可比的合计'],
    [reconciledHeadline(compared({ loads: 6, balanced: 3, explained: 1 })), '4 批有合计可对，都对得上'],
    [reconciledHeadline(compared({ loads: 6, balanced: 3, unbalanced: 2 })), '2 批合计对不上，待说明'],
    [aboveHeadline([]), '最近一周没有热点高于预期'],
    [aboveHeadline([rising('夜间施工噪声', 3)]), '夜间施工噪声连续 3 周高于预期'],
    [aboveHeadline([rising('夜间施工噪声', 1)]), '夜间施工噪声高于预期'],
    [aboveHeadline([rising('夜间施工噪声', 1), rising('停水', 1)]), '夜间施工噪声等 2 件高于预期'],
    [leadingHeadline(null, 0), '最热的一件没有上周的数'],
    [leadingHeadline(leading(9, 12.4), 0), '最热一件上周 9 件，未超预期'],
    [leadingHeadline(leading(38, 16.9), 1), '上周 38 件，预期至多 16 件'],
    [leadingHeadline(leading(38, 16.9), 3), '连续 3 周高于预期，上周 38 件'],
    [voiceFiguresHeadline(null, null), '近一月没有可用的来件数据'],
    [voiceFiguresHeadline(0, 0), '近一月没有来件'],
    [voiceFiguresHeadline(5, null), '近一月 5 件，尚未归并事项'],
    [voiceFiguresHeadline(5, 5), '近一月 5 件，各是一件事'],
    [voiceFiguresHeadline(1200, 900), '近一月 1,200 件，归为 900 件事'],
    [districtsHeadline([]), '近 30 天没有可归到区县的来件'],
    [districtsHeadline([{ district: '甲区', voices: 0, previous: 3 }]), '近 30 天没有可归到区县的来件'],
    [districtsHeadline([{ district: '甲区', voices: 3, previous: 0 }]), '甲区最多：3 件'],
    [
      districtsHeadline([
        { district: '甲区', voices: 3, previous: 3 },
        { district: '乙区', voices: 1, previous: 1 },
      ]),
      '甲区最多：3 件，持平',
    ],
    [
      districtsHeadline([
        { district: '甲区', voices: 3, previous: 1 },
        { district: '乙区', voices: 3, previous: 9 },
      ]),
      '2 个区县并列最多，各 3 件',
    ],
    [categoriesHeadline([]), '近 30 天没有归了类的来件'],
    [
      categoriesHeadline([{ category: '未归类', voices: 9, matters: 9, previous: 0 }]),
      '近 30 天没有归了类的来件',
    ],
    [
      categoriesHeadline([
        { category: '教育', voices: 90, matters: 9, previous: 90 },
        { category: '交通', voices: 30, matters: 9, previous: 15 },
      ]),
      '教育最多，交通涨得最快',
    ],
    [topicStagesHeadline([]), '还没有归出热点'],
    [topicStagesHeadline([{ stage: '回落', topics: 3 }]), '3 个热点，都没有再升'],
    [topicStagesHeadline([{ stage: '反弹', topics: 3 }]), '3 个热点，3 个反弹'],
  ])('%s', (said, expected) => {
    expect(said).toBe(expected)
  })
})

describe('headlines of suggestions', () => {
  it.each([
    [overviewHeadline(null, null, null), '没有逾期建议和红色疑点'],
    [overviewHeadline(0, 0, 120), '本月来件 120 件，无逾期无红色疑点'],
    [overviewHeadline(3, 0, 120), '3 件建议逾期'],
    [overviewHeadline(3, 2, 120), '3 件建议逾期，2 条红色疑点待核'],
    [stagesHeadline([]), '尚无代表建议'],
    [stagesHeadline([{ stage: '办理中', suggestions: 4 }]), '4 件建议，无逾期未答复'],
    [
      stagesHeadline([
        { stage: '逾期未答复', suggestions: 1 },
        { stage: '已答复', suggestions: 3 },
      ]),
      '1 件逾期未答复，占 25.0%',
    ],
    [lateUnitsHeadline([]), '各单位没有到期未答的建议'],
    [lateUnitsHeadline([late(2, null)]), '1 家单位 2 件到期未答'],
    [lateUnitsHeadline([late(2, 3), late(1, 12)]), '2 家单位 3 件到期未答，最长超 12 天'],
    [dueHeadline([], today), '没有将要到期的建议'],
    [dueHeadline([{ due_date: '2026-10-01', suggestions: 3 }], today), '没有将要到期的建议'],
    [dueHeadline([{ due_date: today, suggestions: 3 }], today), '7 天内 3 件到期，30 天内 3 件'],
    [dueHeadline([{ due_date: '2026-11-07', suggestions: 3 }], today), '7 天内没有到期，30 天内 3 件'],
    [dueHeadline([{ due_date: '2027-01-01', suggestions: 3 }], today), '3 件在办，30 天内没有到期'],
    [resultsHeadline([]), '还没有答复的建议'],
    [resultsHeadline([{ result: '未标明', suggestions: 3 }]), '3 件已答复，没有标明已解决的'],
    [
      resultsHeadline([
        { result: 'A', suggestions: 1 },
        { result: 'B', suggestions: 1 },
      ]),
      '已答复的 2 件中 50% 已解决',
    ],
    [promisesHeadline([]), '近两年的答复没有写明承诺'],
    [promisesHeadline([{ unit: '甲局', promises: 3, dated: 0, passed: 0 }]), '答复有承诺，都没有写明时限'],
    [promisesHeadline([{ unit: '甲局', promises: 3, dated: 2, passed: 0 }]), '2 条有时限的承诺，都未到期'],
    [promisesHeadline([{ unit: '甲局', promises: 3, dated: 2, passed: 1 }]), '2 条承诺有时限，1 条已过待核'],
  ])('%s', (said, expected) => {
    expect(said).toBe(expected)
  })
})

describe('headlines of money and cases', () => {
  it.each([
    [executionHeadline([]), '预算或支付数据未到'],
    [executionHeadline([month(null, null)]), '预算或支付数据未到'],
    [executionHeadline([month(0.5, null)]), '6 月底支出 50.0%，与时间进度持平'],
    [executionHeadline([month(0.45, 0.5)]), '6 月底支出 45.0%，慢于往年同期 5.0 点'],
    [progressHeadline([]), '没有可比的预算与支付数据'],
    [progressHeadline([account('甲', null)]), '没有可比的预算与支付数据'],
    [progressHeadline([account('甲', 0), account('乙', 0)]), '预算已到，支付数据未到'],
    [progressHeadline([account('甲', 0.5)]), '甲已支出 50.0%'],
    [progressHeadline([account('甲', 0.5), account('乙', 0.5)]), '各项都已支出 50.0%'],
    [progressHeadline([account('甲', 0.5), account('乙', 0.4)]), '乙最慢，支出 40.0%'],
    [flowHeadline([]), '没有可画的预算指标'],
    [
      flowHeadline([
        { account: '甲', purpose: '教育', use: '工资', amount: '3.00' },
        { account: '甲', purpose: '交通', use: '工资', amount: '1.00' },
      ]),
      '教育用得最多，占 75%',
    ],
    [findingsHeadline([]), '没有待核实的疑点'],
    [findingsHeadline([{ severity: '黄', findings: 2 }]), '2 条疑点待核实，没有红色'],
    [rulesHeadline([]), '没有疑点'],
    [rulesHeadline([{ rule: 'A', name: '拆分支付', findings: 2 }]), '拆分支付最多，2 条'],
    [
      rulesHeadline([
        { rule: 'A', name: '甲', findings: 2 },
        { rule: 'B', name: '乙', findings: 2 },
      ]),
      '4 条疑点，分在 2 类问题',
    ],
    [casesHeadline([]), '还没有立案'],
    [casesHeadline([closed]), '1 件案件都已销号'],
    [casesHeadline([running('green', 3), closed]), '1 件在办，没有超期'],
    [
      casesHeadline([running('red', -12), running('red', -3), running('green', 3)]),
      '3 件在办，2 件超期，最长 12 个工作日',
    ],
    [confirmedHeadline([]), '还没有认定属实的案件'],
    [confirmedHeadline([{ stage: '整改', unit: '甲局' }]), '甲局 1 件属实，整改中'],
    [
      confirmedHeadline([
        { stage: '销号', unit: '甲局' },
        { stage: '整改', unit: '乙局' },
      ]),
      '2 件属实，1 件还在整改',
    ],
    [lettersHeadline(0, 0, 0), '还没有发出函询'],
    [lettersHeadline(0, 0, 2), '2 件函件还没有发出'],
    [lettersHeadline(0, 2, 2), '2 件函询都已答复'],
    [lettersHeadline(1, 2, 3), '1 件函询等待答复，2 件已答复'],
  ])('%s', (said, expected) => {
    expect(said).toBe(expected)
  })
})

describe('headlines of meetings and projects', () => {
  it.each([
    [agendaHeadline(null, null, null), '还没有会议记录'],
    [agendaHeadline(2, 0, 0), '开会 2 次，还没有通过的议案'],
    [agendaHeadline(2, 1, 0), '2 次会议通过 1 部法规'],
    [draftsHeadline([]), '还没有法规草案'],
    [draftsHeadline([draft('甲', { result: '通过' })]), '1 部法规都已通过'],
    [draftsHeadline([draft('甲')]), '1 部法规在审，未列入后面的会议'],
    [
      draftsHeadline([draft('甲', { next_on: '2026-12-28' }), draft('乙', { next_on: '2027-02-26' })]),
      '2 部法规在审，12月28日上会 1 部',
    ],
    [commentsHeadline([]), '还没有收到公众意见'],
    [commentsHeadline([draft('甲条例', { comments: 3 })]), '甲条例意见最多，3 条'],
    [commentsHeadline([draft('甲', { comments: 3 }), draft('乙', { comments: 3 })]), '2 部法规收到意见 6 条'],
    [adoptedHeadline([draft('甲', { comments: 3 })]), '公众意见还没有采纳结论'],
    [adoptedHeadline([draft('甲', { comments: 3, decided: 2, adopted: 1 })]), '有结论的 2 条采纳 50%'],
    [meetingsHeadline([], today), '还没有会议'],
    [meetingsHeadline([meeting('2026-10-26', true)], today), '最近一次会议 10月26日召开'],
    [
      meetingsHeadline([meeting('2026-10-26', true), meeting('2026-12-28', false, 4)], today),
      '12月28日开会，拟审议法规 4 部',
    ],
    // A meeting that should have been held, but of which nothing came in, is not the next one.
    [
      meetingsHeadline([meeting('2026-08-26', true), meeting('2026-10-26', false, 4)], today),
      '最近一次会议 8月26日召开',
    ],
    [decisionsHeadline([]), '还没有通过的法规和决定'],
    [decisionsHeadline([decided('关于设立读书日的决定', '2026-08-26')]), '8月26日通过设立读书日'],
    [decisionsHeadline([decided('甲', '2026-08-26'), decided('乙', '2026-08-26')]), '8月26日通过 2 项'],
    [decisionsHeadline([decided('甲', null)]), '最近通过甲'],
    [lampsHeadline([]), '还没有民生实事项目'],
    [
      lampsHeadline([lit('城区内涝点整治', '红', '逾期'), lit('乙', '绿', '完成')]),
      '城区内涝点整治亮红灯：逾期',
    ],
    [lampsHeadline([lit('甲', '红', '逾期'), lit('乙', '红', '滞后')]), '2 件实事，2 件亮红灯'],
    [lampsHeadline([lit('甲', '黄', '稍慢'), lit('乙', '绿', '按期')]), '2 件实事，1 件稍慢，没有红灯'],
    [lampsHeadline([lit('甲', '灰', '无报告')]), '1 件实事没有进度报告'],
    [lampsHeadline([lit('甲', '绿', '完成'), lit('乙', '绿', '按期')]), '2 件实事都按期，1 件已完成'],
    [lampsHeadline([lit('甲', '绿', '完成')]), '1 件实事全部完成'],
    [timelineHeadline([], today), '没有等待完成的实事'],
    [timelineHeadline([{ planned_at: today }], today), '下一件 10月31日前完成'],
    [
      timelineHeadline([{ planned_at: '2026-06-30' }, { planned_at: '2026-12-31' }], today),
      '1 件过了计划日还没有完成',
    ],
  ])('%s', (said, expected) => {
    expect(said).toBe(expected)
  })
})

describe('headlines of data and coordination', () => {
  it.each([
    [dataHeadline(0, 0, 0), '数据都在期限之内，没有隔离'],
    [dataHeadline(33, 1, 2), '隔离 33 行，超期 1 类，未对平 2 批'],
    [freshnessHeadline([]), '已接入的数据没有业务日期'],
    [freshnessHeadline([fresh('甲', '2026-10-01', true)]), '甲超期未更新'],
    [freshnessHeadline([fresh('甲', '2026-10-01'), fresh('乙', null, false, 0)]), '1 类按期更新，1 类未接入'],
    [
      freshnessHeadline([
        { ...fresh('信访', null, true), lateSources: ['热线'] },
        fresh('乙', '2026-10-01', true),
      ]),
      '信访的来源没到',
    ],
    [morningHeadline([]), '还没有登记数据来源'],
    [morningHeadline([{ ...source('热线', 'bad'), affects: ['甲', '乙'] }]), '热线：没到，影响 2 个数'],
    [
      morningHeadline([
        { ...source('热线', 'bad'), affects: ['甲', '乙'] },
        { ...source('国库', 'bad'), affects: ['乙', '丙'] },
        { ...source('采购', 'ok'), affects: ['丁'] },
      ]),
      '3 个来源，2 个有问题，影响 3 个数',
    ],
    [morningHeadline([source('热线', 'bad'), source('国库', 'ok')]), '热线：没到'],
    [morningHeadline([source('热线', 'bad'), source('国库', 'bad')]), '2 个来源，2 个有问题'],
    [morningHeadline([source('热线', 'warn'), source('国库', 'ok')]), '2 个来源，1 个需要留意'],
    [morningHeadline([source('国库', 'ok')]), '1 个来源都正常'],
    [quarantineHeadline([]), '没有隔离待处理的行'],
    [quarantineHeadline([{ id: 'a', label: '国库支付', rows: 3 }]), '国库支付隔离 3 行'],
    [runsHeadline([], today), '还没有运行过分析'],
    [runsHeadline([{ finished_at: null }], today), '还没有运行过分析'],
    // 16:30 of the 30th in London is the 31st in Shanghai.
    [runsHeadline([{ finished_at: '2026-10-30T16:30:00Z' }], today), '1 项分析今天都算过'],
    [
      runsHeadline([{ finished_at: '2026-10-30T16:30:00Z' }, { finished_at: null }], today),
      '2 项分析，今天算过 1 项',
    ],
    [runsHeadline([{ finished_at: '2026-10-01T00:00:00Z' }], today), '分析最近一次算于 10月1日'],
    [chainHeadline([]), '还没有归出热点'],
    [chainHeadline([{ suggestions: 0, solved: 0 }]), '1 个热点都没有建议跟进'],
    [
      chainHeadline([
        { suggestions: 1, solved: 1 },
        { suggestions: 1, solved: 0 },
      ]),
      '2 个热点，2 个有人跟进，1 个有结果',
    ],
    [gapsHeadline([]), '热度靠前的热点都有人跟进'],
    [gapsHeadline([{ name: '停水' }]), '停水没有人跟进'],
  ])('%s', (said, expected) => {
    expect(said).toBe(expected)
  })
})
