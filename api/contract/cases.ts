import { Type, type Static } from 'typebox'
import { FindingRow } from './findings.ts'
import { RuleRate } from './rule-rate.ts'
import { Day, Instant, Money, Nullable, Page, paging } from './shape.ts'

const text = Type.String()

export const CaseState = Type.Union([
  Type.Literal('filed'),
  Type.Literal('verifying'),
  Type.Literal('inquiring'),
  Type.Literal('answered'),
  Type.Literal('judged'),
  Type.Literal('rectifying'),
  Type.Literal('closed'),
])
export type CaseState = Static<typeof CaseState>

export const DueColour = Type.Union([Type.Literal('green'), Type.Literal('yellow'), Type.Literal('red')])
export type DueColour = Static<typeof DueColour>

export const CaseOutcome = Type.Union([
  Type.Literal('confirmed'),
  Type.Literal('explained'),
  Type.Literal('false-alarm'),
])
export type CaseOutcome = Static<typeof CaseOutcome>

export const CasesQuery = Type.Object({
  state: Type.Optional(CaseState),
  open: Type.Optional(Type.Boolean({ description: 'true 只看在办的' })),
  unit: Type.Optional(Type.String({ maxLength: 200, description: '单位编码或名称' })),
  rule: Type.Optional(Type.String({ maxLength: 16 })),
  colour: Type.Optional(DueColour),
  mine: Type.Optional(Type.Boolean({ description: 'true 只看轮到本人所在角色办的' })),
  ...paging,
})
export type CasesQuery = Static<typeof CasesQuery>

/** The step now due and how its time stands. */
export const CaseClock = Type.Object({
  step: text,
  label: text,
  turn: Type.Union([Type.Literal('supervision'), Type.Literal('leader'), Type.Literal('unit')]),
  turnLabel: text,
  since: Day,
  dueOn: Day,
  colour: DueColour,
  daysLeft: Type.Integer({ description: '剩余工作日，负数为已超期' }),
  isEstimate: Type.Boolean({ description: '当年放假安排未公布，按周末和固定节日推算' }),
})
export type CaseClock = Static<typeof CaseClock>

const summary = {
  id: text,
  version: Type.Integer({ description: '办理时带回；与最新不符即 409' }),
  number: Nullable(Type.String({ description: '案号' })),
  state: CaseState,
  stateLabel: text,
  rule: text,
  ruleName: text,
  severity: text,
  agencyCode: Nullable(text),
  unit: text,
  fiscalYear: Nullable(Type.Integer()),
  matter: text,
  amount: Nullable(Money),
  findings: Type.Integer({ description: '并入的疑点数' }),
  handler: text,
  clock: Nullable(CaseClock),
  isMyTurn: Type.Boolean(),
  outcome: Nullable(CaseOutcome),
  outcomeLabel: Nullable(text),
  escalation: Nullable(Type.String({ description: '升级监督的进展' })),
  reopening: Nullable(Type.String({ description: '提示重新立案的原因' })),
  openedAt: Instant,
  lastAt: Instant,
}

export const CaseSummary = Type.Object(summary)
export type CaseSummary = Static<typeof CaseSummary>

export const CaseList = Type.Object({
  ...Page(CaseSummary).properties,
  byState: Type.Array(Type.Object({ state: CaseState, label: text, cases: Type.Integer() })),
  mine: Type.Integer({ description: '轮到本人所在角色办的件数' }),
  red: Type.Integer(),
  yellow: Type.Integer(),
  today: Day,
})
export type CaseList = Static<typeof CaseList>

export const CaseFile = Type.Object({
  hash: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  name: Type.String({ minLength: 1, maxLength: 200 }),
  bytes: Type.Integer({ minimum: 0 }),
})
export type CaseFile = Static<typeof CaseFile>

export const CaseFiles = Type.Object({ files: Type.Array(CaseFile) })
export type CaseFiles = Static<typeof CaseFiles>

export const CaseTimelineEvent = Type.Object({
  version: Type.Integer(),
  kind: text,
  label: text,
  at: Instant,
  actor: text,
  roleLabel: text,
  note: text,
  facts: Type.Array(Type.Object({ term: text, text })),
  files: Type.Array(CaseFile),
})
export type CaseTimelineEvent = Static<typeof CaseTimelineEvent>

export const FindingAbsence = Type.Object(
  {
    seenAt: Instant,
    missedAt: Instant,
    loads: Type.Array(
      Type.Object({
        loadId: text,
        fileName: text,
        change: Type.Union([Type.Literal('published'), Type.Literal('withdrawn')]),
      }),
      { description: '两次检查之间接入、撤回的预算文件' },
    ),
  },
  { description: '现在的检查结果里已没有这条疑点' },
)
export type FindingAbsence = Static<typeof FindingAbsence>

export const CaseFinding = Type.Object({
  findingId: text,
  rule: text,
  ruleName: text,
  severity: text,
  amount: Nullable(Money),
  text,
  formula: text,
  formulaFilled: text,
  clause: Nullable(text),
  clauseText: Nullable(text),
  innocentCauses: Type.Array(text),
  takenAt: Instant,
  absence: Nullable(FindingAbsence),
  rows: Type.Array(FindingRow),
})
export type CaseFinding = Static<typeof CaseFinding>

export const LetterSections = Type.Object({
  title: Type.String({ maxLength: 400 }),
  addressee: Type.String({ maxLength: 400 }),
  body: Type.String({ maxLength: 40_000 }),
  signer: Type.String({ maxLength: 400 }),
  copies: Type.String({ maxLength: 1000 }),
  contact: Type.String({ maxLength: 400 }),
})
export type LetterSections = Static<typeof LetterSections>

export const CaseLetter = Type.Object({
  id: text,
  status: text,
  statusLabel: text,
  number: Type.String({ description: '发文字号；签发前为空号' }),
  sections: LetterSections,
  author: text,
  writtenAt: Instant,
  draftedAt: Instant,
  approvedAt: Nullable(Instant),
  approvedBy: Nullable(text),
  sentOn: Nullable(Day),
  channel: Nullable(text),
  answerDue: Nullable(Day),
  annexRows: Type.Integer(),
  unknownFigures: Type.Array(Type.String({ description: '正文里有、证据里没有的数字' })),
  isOfficeNamed: Type.Boolean(),
})
export type CaseLetter = Static<typeof CaseLetter>

export const SimilarCase = Type.Object({
  id: text,
  number: Nullable(text),
  unit: text,
  fiscalYear: Nullable(Type.Integer()),
  amount: Nullable(Money),
  stateLabel: text,
  outcomeLabel: text,
  reason: text,
  judgedAt: Instant,
})
export type SimilarCase = Static<typeof SimilarCase>

export const CaseDetail = Type.Object({
  ...summary,
  previousCase: Nullable(text),
  timeline: Type.Array(CaseTimelineEvent),
  evidence: Type.Array(CaseFinding),
  letters: Type.Array(CaseLetter),
  answers: Type.Array(
    Type.Object({
      letterId: text,
      answeredOn: Day,
      registeredAt: Instant,
      summary: text,
      files: Type.Array(CaseFile),
    }),
  ),
  verdict: Nullable(
    Type.Object({
      outcome: CaseOutcome,
      label: text,
      reason: text,
      confirmedAmount: Nullable(Money),
      recoveredAmount: Nullable(Money),
      at: Instant,
      by: text,
    }),
  ),
  rectification: Nullable(Type.Object({ demand: text, dueOn: Day })),
  recheck: Nullable(Type.Object({ dueOn: Day, findingId: Nullable(text), isDone: Type.Boolean() })),
  offers: Type.Array(Type.String({ description: '本人此刻可以办的' })),
  similar: Type.Array(SimilarCase),
  ruleRate: RuleRate,
  joinable: Type.Array(Type.Object({ findingId: text, label: text })),
  defaults: Type.Object({ today: Day, answerDue: Day, rectifyDue: Day, recheckOn: Day }),
})
export type CaseDetail = Static<typeof CaseDetail>

export const FindingCase = Type.Object({
  case: Nullable(CaseSummary),
  similar: Type.Array(SimilarCase),
  ruleRate: RuleRate,
})
export type FindingCase = Static<typeof FindingCase>

export const CaseCalendarQuery = Type.Object({
  from: Type.String({ format: 'date' }),
  to: Type.String({ format: 'date', description: '最多 100 天' }),
})
export type CaseCalendarQuery = Static<typeof CaseCalendarQuery>

export const CaseCalendar = Type.Object({
  today: Day,
  overdue: Type.Array(CaseSummary),
  days: Type.Array(Type.Object({ day: Day, isWorkday: Type.Boolean(), cases: Type.Array(CaseSummary) })),
})
export type CaseCalendar = Static<typeof CaseCalendar>

export const CaseStatistics = Type.Object({
  today: Day,
  total: Type.Integer(),
  open: Type.Integer(),
  closed: Type.Integer(),
  reopened: Type.Integer(),
  yellow: Type.Integer(),
  red: Type.Integer(),
  stepsEnded: Type.Integer(),
  stepsOnTime: Type.Integer(),
  medianWorkdays: Nullable(Type.Number()),
  confirmedAmount: Money,
  recoveredAmount: Money,
  states: Type.Array(Type.Object({ state: CaseState, label: text, cases: Type.Integer() })),
  rules: Type.Array(Type.Object({ rule: text, name: text, cases: Type.Integer(), ...RuleRate.properties })),
  units: Type.Array(
    Type.Object({
      unit: text,
      cases: Type.Integer(),
      open: Type.Integer(),
      confirmed: Type.Integer(),
      red: Type.Integer(),
    }),
  ),
})
export type CaseStatistics = Static<typeof CaseStatistics>
