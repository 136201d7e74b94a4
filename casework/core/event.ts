import type { EscalationChannel, Outcome } from './states.ts'

/** Who did it; `system` for what the budget checks report by themselves. */
export interface Actor {
  readonly name: string
  readonly displayName: string
  readonly role: string
}

export interface StoredFile {
  /** SHA-256 of the content, hex. */
  readonly hash: string
  readonly name: string
  readonly bytes: number
}

/** A finding as the case knows it; the whole of it is kept as evidence under `evidenceId`. */
export interface FindingFacts {
  readonly findingId: string
  readonly evidenceId: string
  readonly rule: string
  readonly ruleName: string
  readonly agencyCode: string | null
  readonly unit: string
  readonly fiscalYear: number | null
  readonly matter: string
  /** 元, decimal text. */
  readonly amount: string | null
  readonly severity: string
}

/** What each kind of event adds to its note. */
export interface EventData {
  opened: FindingFacts & { readonly previousCase: string | null }
  verified: Empty
  assigned: { readonly to: string }
  noted: Empty
  joined: FindingFacts
  'letter-drafted': { readonly letterId: string; readonly textId: string }
  'letter-edited': { readonly letterId: string; readonly textId: string }
  'letter-approved': { readonly letterId: string; readonly textId: string }
  'letter-returned': { readonly letterId: string }
  'letter-voided': { readonly letterId: string }
  'letter-sent': {
    readonly letterId: string
    readonly sentOn: string
    readonly channel: string
    readonly answerDue: string
  }
  answered: { readonly letterId: string; readonly answeredOn: string; readonly files: readonly StoredFile[] }
  judged: {
    readonly outcome: Outcome
    readonly confirmedAmount: string | null
    readonly recoveredAmount: string | null
  }
  'rectification-set': { readonly dueOn: string }
  'rectification-reported': {
    readonly recoveredAmount: string | null
    readonly files: readonly StoredFile[]
  }
  closed: { readonly recheckOn: string | null }
  reopened: Empty
  'reopening-proposed': { readonly amount: string | null; readonly severity: string }
  'reopening-declined': Empty
  'escalation-proposed': { readonly channel: EscalationChannel }
  'escalation-approved': Empty
  'escalation-declined': Empty
  'finding-changed': FindingFacts
  'finding-gone': { readonly findingId: string }
  'finding-back': { readonly findingId: string }
  'recheck-found': { readonly findingId: string }
  rechecked: Empty
}

type Empty = Readonly<Record<string, never>>

export type EventKind = keyof EventData

export interface EventHead {
  readonly id: string
  readonly caseId: string
  /** 1 for the opening, then without gaps. */
  readonly version: number
  readonly actor: Actor
  /** UTC, `YYYY-MM-DDTHH:MM:SSZ`. */
  readonly at: string
  readonly note: string
  /** Number within its year: of the case for `opened`, of the letter for `letter-approved`. */
  readonly number: { readonly year: number; readonly seq: number } | null
}

export type EventOf<K extends EventKind> = EventHead & { readonly kind: K; readonly data: EventData[K] }

/** One line of a case's history; events are added, never changed. */
export type CaseEvent = { [K in EventKind]: EventOf<K> }[EventKind]

/** An event before it has an id, a version and a time. */
export type NewEvent = {
  [K in EventKind]: { readonly kind: K; readonly note: string; readonly data: EventData[K] }
}[EventKind]

export const eventLabels: Readonly<Record<EventKind, string>> = {
  opened: '立案',
  verified: '开始核实',
  assigned: '指定承办人',
  noted: '办理记录',
  joined: '并入疑点',
  'letter-drafted': '起草函件',
  'letter-edited': '修改函件',
  'letter-approved': '签发函件',
  'letter-returned': '退回函件',
  'letter-voided': '作废函件',
  'letter-sent': '发出函件',
  answered: '登记反馈',
  judged: '认定',
  'rectification-set': '下达整改要求',
  'rectification-reported': '登记整改情况',
  closed: '销号',
  reopened: '重新立案',
  'reopening-proposed': '提示重新立案',
  'reopening-declined': '不予重新立案',
  'escalation-proposed': '提请升级监督',
  'escalation-approved': '同意升级监督',
  'escalation-declined': '不同意升级监督',
  'finding-changed': '疑点有变化',
  'finding-gone': '疑点已消失',
  'finding-back': '疑点再次出现',
  'recheck-found': '次年又有同类疑点',
  rechecked: '完成次年复查',
}
