import { addWorkdays } from '#calendar'
import type { Case, Command } from '#casework'

/** One act on a sample case: so many working days ago, by the committee's staff or by its leadership. */
export interface Act {
  readonly daysAgo: number
  readonly role: 'supervision' | 'leader'
  readonly command: (one: Case, day: string) => Command
}

/** What became of a finding of the sample city. */
export interface CaseStory {
  readonly rule: string
  readonly year: number
  /** Working days ago. */
  readonly opened: number
  readonly acts: readonly Act[]
}

const work = (daysAgo: number, command: Act['command']): Act => ({ daysAgo, role: 'supervision', command })
const approve = (daysAgo: number, command: Act['command']): Act => ({ daysAgo, role: 'leader', command })

/** The letter the case is about now; an act that comes too early fails with CASE_STEP_REFUSED. */
const letterId = (one: Case): string => one.letters.at(-1)?.id ?? ''

const verified = (daysAgo: number): Act =>
  work(daysAgo, () => ({ type: 'verify', note: '调取支付凭证和指标文件' }))
const drafted = (daysAgo: number): Act => work(daysAgo, () => ({ type: 'draft-letter', note: '' }))

/** Verified, asked in writing and sent, the last of it so many working days ago. */
const asked = (daysAgo: number): Act[] => [
  verified(daysAgo + 5),
  drafted(daysAgo + 3),
  approve(daysAgo + 2, (one) => ({ type: 'approve-letter', letterId: letterId(one), note: '' })),
  work(daysAgo, (one, day) => ({
    type: 'send-letter',
    letterId: letterId(one),
    sentOn: day,
    channel: '机要交换',
    answerDue: null,
  })),
]

const answered = (daysAgo: number, note: string): Act =>
  work(daysAgo, (one, day) => ({
    type: 'answer',
    letterId: letterId(one),
    answeredOn: day,
    note,
    files: [],
  }))

const confirmed = (daysAgo: number, note: string): Act =>
  work(daysAgo, (one) => ({
    type: 'judge',
    outcome: 'confirmed',
    note,
    confirmedAmount: one.findings[0].amount,
    recoveredAmount: null,
  }))

const dismissed = (daysAgo: number, outcome: 'explained' | 'false-alarm', note: string): Act =>
  work(daysAgo, () => ({ type: 'judge', outcome, note, confirmedAmount: null, recoveredAmount: null }))

const ordered = (daysAgo: number, note: string, days: number): Act =>
  work(daysAgo, (_, day) => ({ type: 'set-rectification', note, dueOn: addWorkdays(day, days) }))

const closed = (daysAgo: number, note: string): Act =>
  work(daysAgo, () => ({ type: 'close', note, recheckOn: null }))

/** Cases of the sample city at every stage: settled, in time, nearly due, overdue, before the standing committee. */
export const caseStories: readonly CaseStory[] = [
  {
    rule: 'B18',
    year: 2024,
    opened: 70,
    acts: [
      ...asked(62),
      answered(50, '超出部分系车辆大修，未办理调整手续。'),
      confirmed(48, '没有调剂审批手续，认定属实。'),
      ordered(46, '补办手续，修订公务用车运行管理办法。', 30),
      work(20, (one) => ({
        type: 'report-rectification',
        note: '已补办手续并修订办法。',
        recoveredAmount: one.findings[0].amount,
        files: [],
      })),
      closed(18, '整改到位，予以销号。'),
    ],
  },
  {
    rule: 'B02',
    year: 2024,
    opened: 55,
    acts: [
      ...asked(48),
      answered(35, '追加指标文件已下达，指标系统滞后录入。'),
      dismissed(33, 'explained', '核对追加指标文件，理由成立。'),
      closed(32, '已说明，予以销号。'),
    ],
  },
  {
    rule: 'B38',
    year: 2025,
    opened: 40,
    acts: [verified(39), dismissed(36, 'false-alarm', '系调休上班日支付。'), closed(36, '误报，予以销号。')],
  },
  {
    rule: 'B01',
    year: 2024,
    opened: 45,
    acts: [
      ...asked(37),
      answered(26, '未列入年初预算，从公用经费中支付。'),
      confirmed(24, '没有预算安排，认定属实。'),
      ordered(22, '说明资金来源并收回，健全基建项目审批。', 25),
    ],
  },
  { rule: 'B12', year: 2026, opened: 50, acts: asked(42) },
  { rule: 'B14', year: 2025, opened: 17, acts: asked(8) },
  {
    rule: 'B46',
    year: 2025,
    opened: 25,
    acts: [...asked(17), answered(2, '附表引用了调整前的数，已更正并重新公开。')],
  },
  {
    rule: 'B27',
    year: 2024,
    opened: 48,
    acts: [
      ...asked(40),
      answered(27, '分批采购，未达到限额标准。'),
      work(6, () => ({
        type: 'propose-escalation',
        channel: 'deliberation',
        note: '同一供应商一月内多次支付，建议提请审议。',
      })),
    ],
  },
  { rule: 'B36', year: 2025, opened: 9, acts: [verified(4), drafted(1)] },
  { rule: 'B27', year: 2026, opened: 5, acts: [verified(3)] },
  { rule: 'B36', year: 2026, opened: 1, acts: [] },
]
