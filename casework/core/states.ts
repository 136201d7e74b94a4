/** Where a case stands. 发现 comes before: a finding without a case. */
export type CaseState = 'filed' | 'verifying' | 'inquiring' | 'answered' | 'judged' | 'rectifying' | 'closed'

export const stateLabels: Readonly<Record<CaseState, string>> = {
  filed: '立案',
  verifying: '核实',
  inquiring: '函询',
  answered: '反馈',
  judged: '认定',
  rectifying: '整改',
  closed: '销号',
}

/** How a case was judged. */
export type Outcome = 'confirmed' | 'explained' | 'false-alarm'

export const outcomeLabels: Readonly<Record<Outcome, string>> = {
  confirmed: '属实',
  explained: '已说明',
  'false-alarm': '误报',
}

/** Where a case is taken beyond the committee. */
export type EscalationChannel = 'deliberation' | 'inquiry'

export const channelLabels: Readonly<Record<EscalationChannel, string>> = {
  deliberation: '提请常委会审议',
  inquiry: '专题询问',
}

/** What somebody has to do next; finer than the state, because a letter passes through several hands. */
export type Step =
  | 'verify'
  | 'conclude'
  | 'approve'
  | 'redraft'
  | 'send'
  | 'answer'
  | 'judge'
  | 'plan'
  | 'rectify'
  | 'close'
  | 'recheck'

export const stepLabels: Readonly<Record<Step, string>> = {
  verify: '开始核实',
  conclude: '核实并决定是否函询',
  approve: '签发函件',
  redraft: '修改退回的函件',
  send: '发出函件并登记',
  answer: '等待单位答复',
  judge: '认定',
  plan: '下达整改要求',
  rectify: '跟踪整改',
  close: '销号',
  recheck: '次年复查',
}

/** Whose turn it is. */
export type Turn = 'supervision' | 'leader' | 'unit'

export const stepTurns: Readonly<Record<Step, Turn>> = {
  verify: 'supervision',
  conclude: 'supervision',
  approve: 'leader',
  redraft: 'supervision',
  send: 'supervision',
  answer: 'unit',
  judge: 'supervision',
  plan: 'supervision',
  rectify: 'unit',
  close: 'supervision',
  recheck: 'supervision',
}
