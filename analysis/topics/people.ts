/** Words for the people a letter speaks of, most telling first. */
const PEOPLE = [
  '业主',
  '居民',
  '村民',
  '学生',
  '家长',
  '职工',
  '员工',
  '农民工',
  '工人',
  '教师',
  '老师',
  '老人',
  '残疾人',
  '退役军人',
  '军人',
  '士官',
  '商户',
  '租户',
  '消费者',
  '学员',
  '患者',
  '乘客',
  '司机',
  '出借人',
  '投资人',
  '受害人',
  '购房者',
  '拆迁户',
  '市民',
  '儿童',
  '孩子',
] as const

/** Share of a topic's letters that must speak of someone. */
const SPOKEN_OF = 0.3
const MOST = 3

/** The people concerned, by the share of texts that name them. */
export function peopleOf(texts: readonly string[]): string[] {
  const counted = PEOPLE.map((word, order) => ({
    word,
    order,
    count: texts.reduce((sum, text) => sum + (text.includes(word) ? 1 : 0), 0),
  }))
  return counted
    .filter(({ count }) => count >= Math.max(1, SPOKEN_OF * texts.length))
    .sort((a, b) => b.count - a.count || a.order - b.order)
    .slice(0, MOST)
    .map(({ word }) => word)
}
