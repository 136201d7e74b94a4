import type { TopicVoice } from '../../../analysis/topics/index.ts'

/** Cuts into runs of two characters: enough for invented letters, and nothing to load. */
export function segment(text: string): string[] {
  const words: string[] = []
  for (const run of text.match(/[\p{sc=Han}A-Za-z0-9]+/gu) ?? []) {
    for (let start = 0; start + 2 <= run.length; start++) words.push(run.slice(start, start + 2))
  }
  return words
}

export function voice(id: string, title: string, body: string, rest: Partial<TopicVoice> = {}): TopicVoice {
  return {
    id,
    title,
    body,
    author: `张示例${id}`,
    createdAt: '2026-03-02T02:00:00Z',
    likes: 0,
    dislikes: 0,
    source: 'petitions',
    ...rest,
  }
}

const day = (number: number): string =>
  new Date(Date.UTC(2026, 2, 1) + number * 86_400_000).toISOString().replace('.000', '')

const MIXER = [
  [
    '金桂苑旁搅拌站夜里噪音扰民',
    '我是金桂苑小区的业主，小区旁新建的搅拌站夜里一直生产，罐车轰鸣，粉尘飘进家里。',
  ],
  [
    '投诉金桂苑小区附近搅拌站粉尘污染',
    '金桂苑小区附近的搅拌站粉尘很大，窗户不敢开，夜里罐车噪音让老人睡不着。',
  ],
  [
    '金桂苑小区旁的搅拌站何时搬走',
    '搅拌站离金桂苑小区不到一百米，粉尘和噪音天天有，孩子咳嗽，请求搬走搅拌站。',
  ],
  ['反映金桂苑搅拌站凌晨生产', '凌晨两点金桂苑旁的搅拌站还在生产，罐车进出噪音很大，粉尘落满阳台。'],
  ['金桂苑小区居民受搅拌站影响严重', '搅拌站建在金桂苑小区门口，粉尘噪音严重影响居民生活，请环保部门查处。'],
]
const LIFT = [
  [
    '金桂苑小区电梯频繁故障困人',
    '金桂苑小区三栋电梯这个月坏了四次，昨天又困人，物业说等配件，维保单位不来。',
  ],
  ['金桂苑三栋电梯坏了没人修', '金桂苑小区三栋的电梯故障多次，老人爬楼梯，物业和维保单位互相推。'],
  ['请督促金桂苑物业维修电梯', '金桂苑小区电梯故障困人，维保单位换配件要一个月，希望督促物业尽快维修电梯。'],
  ['金桂苑电梯困人谁来管', '金桂苑小区电梯又困人了，维保单位迟迟不到，物业没有配件，电梯故障没人管。'],
]
const HEAT = [
  ['杏林花园小区暖气不热', '杏林花园小区室内只有十四度，暖气片冰凉，换热站说压力不够，热力公司没有答复。'],
  ['投诉杏林花园供暖温度不达标', '杏林花园小区供暖以来暖气不热，室内十四五度，换热站和热力公司都说在检修。'],
  [
    '杏林花园小区换热站故障暖气冰凉',
    '换热站坏了几天，杏林花园小区暖气冰凉，孩子发烧，热力公司一直没有修好。',
  ],
  ['杏林花园暖气不热何时解决', '杏林花园小区暖气片不热，热力公司测温十五度也不退费，换热站压力不够。'],
]
const NOISE = [
  ['建议增设图书馆自习座位', '市图书馆周末座位太少，希望延长开放并增设自习座位。'],
  ['咨询异地就医备案流程', '母亲随我居住，想办理异地就医备案，不知要带什么材料。'],
  ['询问老年卡年审时间', '老年乘车卡年审今年什么时候开始，可以网上办理吗。'],
  ['建议滨河步道增加照明', '滨河步道晚上太暗，散步的人多，建议增加照明。'],
  ['反映农贸市场短斤少两', '在东门农贸市场买鱼少了三两，公平秤也不准。'],
  ['咨询灵活就业社保缴费', '灵活就业人员社保缴费基数今年是多少，怎么缴。'],
]

/** Three invented issues, two of them at one place, among unrelated letters. */
export function letters(): TopicVoice[] {
  const of = (prefix: string, texts: readonly (readonly string[])[]): TopicVoice[] =>
    texts.map(([title = '', body = ''], index) =>
      voice(`${prefix}${String(index)}`, title, body, { createdAt: day(index * 2), place: '岭东区' }),
    )
  return [...of('mixer', MIXER), ...of('lift', LIFT), ...of('heat', HEAT), ...of('other', NOISE)]
}

export const NOW = new Date('2026-06-01T00:00:00Z')
