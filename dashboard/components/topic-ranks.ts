import type { TopicRank } from '#contract'

/** The ways to rank topics: the combined heat and the four measures behind it. */
export const topicRanks: readonly {
  readonly value: TopicRank
  readonly label: string
  readonly explain: string
}[] = [
  { value: 'heat', label: '综合热度', explain: '数量、增速、广度、点赞与未办结按权重合成，每一项都可展开' },
  { value: 'volume', label: '数量', explain: '归入该热点的件数' },
  { value: 'growth', label: '增速', explain: '相对本热点自身历史预期的增幅' },
  { value: 'breadth', label: '广度', explain: '涉及的地方与来源的多少' },
  { value: 'unresolved', label: '未办结', explain: '还没有答复的件所占比例' },
]
