import type { CaseAction, CaseDecision, CaseDetail, CaseFile } from '#contract'

export interface FormChoice {
  readonly value: string
  readonly label: string
}

/** One field of a form about a case. `files` sends what was uploaded beside the values. */
export interface FormField {
  readonly name: string
  readonly label: string
  readonly kind: 'line' | 'area' | 'day' | 'money' | 'choice' | 'files'
  readonly isRequired?: boolean
  readonly initial?: string
  readonly choices?: readonly FormChoice[]
  readonly hint?: string
}

export interface CaseFormSpec {
  readonly type: string
  /** On the button that opens the form. */
  readonly label: string
  /** What it means, above the fields. */
  readonly lead?: string
  readonly fields: readonly FormField[]
  /** The step that moves the case on, as against side steps. */
  readonly isMain?: boolean
}

const reason = (label: string): FormField => ({ name: 'note', label, kind: 'area', isRequired: true })
const remark: FormField = { name: 'note', label: '说明（可不填）', kind: 'area' }
const files: FormField = { name: 'files', label: '附件', kind: 'files', hint: '可选多个；单个大小以设置为准' }
const ways = ['公文交换', '机要交换', '专人送达', '邮政特快专递', '电子公文']

/** What a person can fill in for each step, in the order the steps are offered. */
export function caseForms(one: CaseDetail): CaseFormSpec[] {
  const known: Record<string, Omit<CaseFormSpec, 'type'>> = {
    ...workForms(one),
    ...closingForms(one),
    ...sideForms(one),
  }
  return Object.entries(known)
    .filter(([type]) => one.offers.includes(type))
    .map(([type, spec]) => ({ type, ...spec }))
}

function workForms(one: CaseDetail): Record<string, Omit<CaseFormSpec, 'type'>> {
  const { today, answerDue, rectifyDue } = one.defaults
  return {
    verify: { label: '开始核实', fields: [remark], isMain: true },
    'draft-letter': {
      label: '起草函询',
      lead: '按证据生成函件草稿：数字、条款和来源明细都取自证据，起草后可以修改，经领导签发才能发出。',
      fields: [],
      isMain: true,
    },
    'approve-letter': {
      label: '签发',
      lead: '签发即编发文字号、定成文日期，此后内容不再变。请先看完函件全文与附件。',
      fields: [remark],
      isMain: true,
    },
    'return-letter': { label: '退回修改', fields: [reason('退回原因')] },
    'send-letter': {
      label: '登记发出',
      lead: '本系统不对外发送。函件打印盖章送出以后，在这里登记。',
      fields: [
        { name: 'sentOn', label: '发出日期', kind: 'day', isRequired: true, initial: today },
        {
          name: 'channel',
          label: '送达方式',
          kind: 'choice',
          isRequired: true,
          initial: '公文交换',
          choices: ways.map((way) => ({ value: way, label: way })),
        },
        { name: 'answerDue', label: '答复期限', kind: 'day', initial: answerDue },
      ],
      isMain: true,
    },
    answer: {
      label: '登记反馈',
      fields: [
        { name: 'answeredOn', label: '答复日期', kind: 'day', isRequired: true, initial: today },
        { name: 'note', label: '答复要点', kind: 'area', isRequired: true },
        files,
      ],
      isMain: one.state === 'inquiring',
    },
    judge: {
      label: one.verdict === null ? '认定' : '重新认定',
      lead: '认定结果计入这条规则的属实率，影响以后同类疑点的排序。',
      fields: judgeFields,
      isMain: one.state === 'answered',
    },
    'set-rectification': {
      label: one.rectification === null ? '下达整改要求' : '修改整改要求',
      fields: [reason('整改要求'), { name: 'dueOn', label: '整改期限', kind: 'day', initial: rectifyDue }],
      isMain: one.state === 'judged',
    },
  }
}

const judgeFields: readonly FormField[] = [
  {
    name: 'outcome',
    label: '认定结果',
    kind: 'choice',
    isRequired: true,
    initial: '',
    choices: [
      { value: 'confirmed', label: '属实' },
      { value: 'explained', label: '已说明（情况存在，理由成立）' },
      { value: 'false-alarm', label: '误报（规则或数据的问题）' },
    ],
  },
  reason('认定理由'),
  { name: 'confirmedAmount', label: '认定金额（元）', kind: 'money', hint: '属实时填写' },
  { name: 'recoveredAmount', label: '已追回金额（元）', kind: 'money', hint: '属实时填写' },
]

function closingForms(one: CaseDetail): Record<string, Omit<CaseFormSpec, 'type'>> {
  const isConfirmed = one.outcome === 'confirmed'
  return {
    'report-rectification': {
      label: '登记整改情况',
      fields: [
        reason('整改情况'),
        { name: 'recoveredAmount', label: '累计追回金额（元）', kind: 'money' },
        files,
      ],
    },
    close: {
      label: '销号',
      fields: [
        reason('销号理由'),
        {
          name: 'recheckOn',
          label: '次年复查日期（不复查则清空）',
          kind: 'day',
          initial: isConfirmed ? one.defaults.recheckOn : '',
        },
      ],
      isMain: true,
    },
    'recheck-done': { label: '完成复查', fields: [reason('复查结果')], isMain: true },
    reopen: { label: '重新立案', fields: [reason('重新立案的理由')], isMain: one.reopening !== null },
    'decline-reopening': { label: '不予重新立案', fields: [reason('理由')] },
  }
}

function sideForms(one: CaseDetail): Record<string, Omit<CaseFormSpec, 'type'>> {
  const joinable = one.joinable.map(({ findingId, label }) => ({ value: findingId, label }))
  return {
    'approve-escalation': { label: '同意升级监督', fields: [remark], isMain: true },
    'decline-escalation': { label: '不同意升级监督', fields: [reason('理由')] },
    note: { label: '记一笔', fields: [reason('办理记录')] },
    assign: {
      label: '指定承办人',
      fields: [{ name: 'to', label: '承办人', kind: 'line', isRequired: true, initial: one.handler }],
    },
    ...(joinable.length === 0
      ? {}
      : {
          join: {
            label: '并入疑点',
            lead: '同一单位、同一年度还没有案件的疑点。',
            fields: [
              {
                name: 'findingId',
                label: '疑点',
                kind: 'choice' as const,
                isRequired: true,
                choices: joinable,
              },
              remark,
            ],
          },
        }),
    'propose-escalation': {
      label: '提请升级监督',
      fields: [
        {
          name: 'channel',
          label: '方式',
          kind: 'choice',
          isRequired: true,
          choices: [
            { value: 'deliberation', label: '提请常委会审议' },
            { value: 'inquiry', label: '专题询问' },
          ],
        },
        reason('理由'),
      ],
    },
    'void-letter': { label: '作废函件', fields: [reason('作废原因')] },
  }
}

const letterStatuses: Readonly<Record<string, readonly string[]>> = {
  'approve-letter': ['draft'],
  'return-letter': ['draft'],
  'send-letter': ['approved'],
  'void-letter': ['draft', 'returned', 'approved'],
  answer: ['sent', 'answered'],
}

/** The form's values as the interface takes them; empty optional ones are left out. */
export function toAction(
  one: CaseDetail,
  spec: CaseFormSpec,
  values: Readonly<Record<string, string>>,
  uploaded: readonly CaseFile[],
): CaseAction | CaseDecision {
  const filled: Record<string, unknown> = { type: spec.type }
  for (const field of spec.fields) {
    const text = (values[field.name] ?? '').trim()
    if (field.kind === 'files') filled[field.name] = uploaded
    else if (text !== '' || field.name === 'note')
      filled[field.name] = field.kind === 'money' ? text.replaceAll(',', '') : text
  }
  if (spec.type === 'draft-letter') filled['note'] = ''
  const statuses = letterStatuses[spec.type]
  if (statuses !== undefined)
    filled['letterId'] = one.letters.findLast(({ status }) => statuses.includes(status))?.id
  // The server checks every field against its contract; this is the form's side of it.
  return filled as unknown as CaseAction | CaseDecision
}
