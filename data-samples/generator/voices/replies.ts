import { type Matter } from '../matters.ts'
import { type Random } from '../prng.ts'
import { expand, type Slots } from '../template.ts'

export type ReplyStyle = 'full' | 'short' | 'template' | 'elsewhere'

const templates = [
  '您好！您的留言已收悉，我们已转有关部门办理。感谢您对我们工作的关注与支持！',
  '留言已收悉。',
  '网友您好，您反映的问题我们已收到，正在调查处理中，感谢您的理解与支持。',
  '您好，您的诉求已收悉并转交属地核实，处理结果将及时反馈。祝您生活愉快！',
]
const greetings = ['网友您好！', '尊敬的市民，您好！', '您好！', '来信人您好：']
const receipts = [
  '您反映的“{题}”问题收悉，我单位高度重视，立即安排人员现场核实，现将有关情况答复如下：',
  '关于您反映的{题}一事，经{承办}会同{街道}调查，答复如下：',
  '您{日}提交的诉求已转我单位办理。接件后工作人员与您取得了联系，现答复如下：',
]
const endings = [
  '感谢您对我们工作的关心和监督。如有疑问，请与{承办}联系，电话：0990-8{100-999}{100-999}。',
  '以上情况已电话告知您。感谢您的监督与支持！',
  '下一步我们将举一反三，防止问题反弹。特此答复。',
  '感谢您的来信，祝您生活愉快！',
]
const regrets = [
  '由于涉及多个部门协调，回复时间较长，敬请谅解。',
  '因现场情况复杂，未能按期答复，向您表示歉意。',
]

/** A reply in one of the styles offices use; `full` answers finding first, then measure by measure. */
export function replyText(
  random: Random,
  style: ReplyStyle,
  matter: Matter,
  slots: Slots,
  isLate: boolean,
): string {
  const fill = (template: string): string => expand(random, template, slots)
  if (style === 'template') return random.pick(templates)
  if (style === 'elsewhere') {
    return fill(
      `${random.pick(greetings)}经核实，您反映的问题[不属于我单位职责范围|属于属地管理]，已[退回热线平台重新转办|建议您向{区}有关部门反映]。`,
    )
  }
  if (style === 'short') {
    return fill(
      `${random.pick(greetings)}${random.pick(matter.findings)}${random.pick(matter.measures)}${random.chance(0.5) ? '感谢您的理解。' : ''}`,
    )
  }
  const measures = random.shuffle(matter.measures).slice(0, random.int(2, 3))
  const points = [random.pick(matter.findings), ...measures].map(
    (text, index) => `${'一二三四'[index] ?? ''}、${text}`,
  )
  const regret = isLate && random.chance(0.6) ? random.pick(regrets) : ''
  return fill(
    `${random.pick(greetings)}${random.pick(receipts)}${points.join('')}${regret}${random.pick(endings)}`,
  )
}

export function pickReplyStyle(random: Random): ReplyStyle {
  return random.weighted(['full', 'short', 'template', 'elsewhere'] as const, (style) =>
    style === 'full' ? 58 : style === 'short' ? 24 : style === 'template' ? 13 : 5,
  )
}
