import { readFileSync } from 'node:fs'
import { type PersonalSpan } from '#ingest'
import { createRandom, type Random } from '../../../data-samples/generator/prng.ts'
import { invent } from './invented.ts'

/** An invented text with every piece of personal data labelled. Nobody looked at the held-out ones while tuning. */
export interface LabelledText {
  readonly set: 'tuned' | 'held out'
  readonly text: string
  readonly spans: readonly PersonalSpan[]
}

const handWritten = { tuned: '调整用.txt', 'held out': '检验用.txt' } as const
const written = 180

/** Hand-written texts, and texts composed of clauses; the same on every run. */
export function labelledTexts(): LabelledText[] {
  const random = createRandom('privacy')
  const sets = ['tuned', 'held out'] as const
  return sets.flatMap((set) => [
    ...readLines(handWritten[set]).map((line) => fill(line, set, random)),
    ...Array.from({ length: written }, () => fill(compose(clauses[set], random), set, random)),
  ])
}

function readLines(name: string): string[] {
  return readFileSync(new URL(`labelled/${name}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.replaceAll('\\n', '\n'))
}

/** Fills the slots; an address is written out in its slot (`{address:3栋2单元501室}`), all others are invented. */
function fill(template: string, set: LabelledText['set'], random: Random): LabelledText {
  const spans: PersonalSpan[] = []
  let text = ''
  let at = 0
  for (const match of template.matchAll(/\{(\w+)(?::([^}]*))?\}/g)) {
    const [whole, kind = '', form = ''] = match
    text += template.slice(at, match.index)
    const data = kind === 'address' ? form : invent(`${kind}:${form}`, random)
    spans.push({ start: text.length, end: text.length + data.length, kind: kind as PersonalSpan['kind'] })
    text += data
    at = match.index + whole.length
  }
  return { set, text: text + template.slice(at), spans }
}

interface Clauses {
  readonly opening: readonly string[]
  readonly person: readonly string[]
  readonly matter: readonly string[]
}

function compose({ opening, person, matter }: Clauses, random: Random): string {
  const parts = [...random.sample(person, random.int(1, 2)), ...random.sample(matter, random.int(1, 3))]
  return `${random.pick(opening)}${random.shuffle(parts).join('')}`
}

const clauses: Readonly<Record<LabelledText['set'], Clauses>> = {
  tuned: {
    opening: ['尊敬的领导：', '您好！', '反映一个问题：', '', '投诉！'],
    person: [
      '我叫{name}，电话{mobile}。',
      '联系人：{name}，手机{mobile:spaced}。',
      '本人{name}，身份证{citizen_id}。',
      '座机{landline}白天有人接。',
      '我的银行卡号是{bank_card}。',
      '对方车牌{plate}。',
      '邮箱{email}，微信号{wechat}。',
      'QQ：{qq}。',
      '家住长青小区{address:6栋2单元303室}。',
      '申请人：{name:compound}（{mobile:dashed}）。',
      '社保卡号{social_card}。',
      '护照号{passport}。',
    ],
    matter: [
      '2024年3月5日合同编号SLHT-2024-00138签了字。',
      '金额13,800.00元至今未付。',
      '工单20240612000138已办结138天。',
      'A7县M3镇的路修了3年。',
      '建设路128号门口积水0.5米。',
      '物业费从1.38元涨到2.15元每平方米。',
      '小区共18栋楼，1380户。',
      '发票号24993138001380013800。',
      '7点30分到9点，堵车40分钟。',
      '示政发〔2024〕13号文件没有落实。',
      '订单号13800138001退款未到。',
      '东经113.138001，北纬28.138002处有排污口。',
    ],
  },
  'held out': {
    opening: ['领导您好，', '各位领导：', '咨询一下，', '', '紧急求助！'],
    person: [
      '来信人：{name}，联系方式{mobile}。',
      '我是长青社区的{name}，电话是{mobile:dashed}。',
      '户主{name}，证件号{citizen_id}。',
      '办公室电话{landline:paren}没人接。',
      '工资应发到{bank_card}。',
      '肇事车是{plate}。',
      '请回信到{email}。',
      '微信：{wechat}，QQ号{qq}。',
      '住址：示例路{address:18号3栋1101室}。',
      '报案人{name:two}，手机号{mobile:spaced}。',
      '医保卡{social_card}被锁。',
      '配偶持护照{passport}入境。',
    ],
    matter: [
      '项目编号SLZC-2023-00268流标两次。',
      '预算1,580,000.00元，决算9,999,999.99元。',
      '受理号GD202311120138过期未复。',
      'B市K2县的桥封了半年。',
      '人民路56号旁边的树倒了。',
      '水价由2.38元调到3.15元每吨。',
      '全院共9栋620户只有1个出口。',
      '收据00138001380013。',
      '早上6:20第一班，晚上21:45收车。',
      '示财预〔2023〕98号批复金额不符。',
      '运单号15912345678一直不动。',
      '海拔1380.5米处塌方300立方米。',
    ],
  },
}

export interface KindScore {
  found: number
  right: number
  labelled: number
}

/** Span by span: a hit has the label's kind, start and end. */
export function scoreSpans(
  texts: readonly LabelledText[],
  find: (text: string) => readonly PersonalSpan[],
): Map<PersonalSpan['kind'], KindScore> {
  const scores = new Map<PersonalSpan['kind'], KindScore>()
  const scoreOf = (kind: PersonalSpan['kind']): KindScore => {
    const score = scores.get(kind) ?? { found: 0, right: 0, labelled: 0 }
    scores.set(kind, score)
    return score
  }
  const key = ({ kind, start, end }: PersonalSpan): string => `${kind} ${start} ${end}`
  for (const { text, spans } of texts) {
    const labelled = new Set(spans.map(key))
    for (const span of spans) scoreOf(span.kind).labelled++
    for (const span of find(text)) {
      const score = scoreOf(span.kind)
      score.found++
      if (labelled.has(key(span))) score.right++
    }
  }
  return scores
}
