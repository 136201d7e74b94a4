import { chineseDay, formatYuan, kindLabel } from '#terms'
import type { TopicFacts, TopicRecord } from './facts.ts'

type Link = TopicFacts['links'][number]

const mostNamed = 8
const mostQuotes = 4

/** 一、基本情况: the topic in its own words, where its letters come from, and what to keep in mind reading them. */
export function overview({ topic, records, campaigns, stamps }: TopicFacts): string[] {
  const refused = stamps.reduce((sum, { quarantined_open }) => sum + quarantined_open, 0)
  const sources = countsOf(records, ({ kind, channel }) => channel ?? kindLabel(kind))
  return [
    topic.description ?? '',
    `来源：${listed(sources)}。`,
    ...campaigns.map(({ label, evidence }) => `${label ?? '疑似集中提交'}：${evidence ?? ''}。`),
    refused > 0 ? `同类来源另有 ${refused} 行数据不合格，在隔离区等待修复，没有计入。` : '',
  ].filter((sentence) => sentence !== '')
}

/** 二、群众的说法: typical letters, masked, each with its number. */
export function quotations({ quotes }: TopicFacts): string[] {
  return quotes.slice(0, mostQuotes).flatMap(({ text, record_id, created_date, district_name }) => {
    const said = (text ?? '').replaceAll(/\s+/gu, ' ').trim()
    const whence = [record_id, created_date && chineseDay(created_date), district_name]
      .filter(Boolean)
      .join('，')
    return said === '' ? [] : [`“${said}${said.length >= 150 ? '……' : ''}”（${whence}）`]
  })
}

/** 三、分布和办理: what the sources leave open is counted too, so that each line adds up to all letters. */
export function spread({ records }: TopicFacts): string[] {
  return [
    `地方：${listed(countsOf(records, ({ district_name }) => district_name ?? '没有写明'))}。`,
    `承办单位：${listed(countsOf(records, ({ unit_name }) => unit_name ?? '没有写明'))}。`,
    handling(records),
  ]
}

function handling(records: readonly TopicRecord[]): string {
  const replied = records.filter(({ is_replied }) => is_replied === true).length
  const overdue = records.filter(({ is_replied, is_late }) => is_replied !== true && is_late === true).length
  const share = ((replied / records.length) * 100).toFixed(1)
  const late = overdue === 0 ? '' : `，其中 ${overdue} 件已过答复期限`
  return `办理：已答复 ${replied} 件，占 ${share}%；尚未答复 ${records.length - replied} 件${late}。`
}

const linkKinds: readonly (readonly [kind: string, heading: string])[] = [
  ['suggestion', '代表建议'],
  ['project', '预算项目'],
  ['procurement', '政府采购'],
  ['payment', '国库支付'],
]

/** 五、相关的建议、项目和资金, under a heading for each kind, each with why it is held to be related. */
export function relations({ links }: TopicFacts): string[] {
  const kinds = linkKinds.flatMap(([kind, heading]) => {
    const own = links.filter((link) => link.kind === kind)
    return own.length === 0 ? [] : [{ heading, own }]
  })
  return kinds.flatMap(({ heading, own }, index) => [
    `（${'一二三四'[index] ?? ''}）${heading} ${own.length} 件`,
    ...own.map((link, at) => `${at + 1}. ${relation(link)}`),
  ])
}

function relation({ title, label, unit_name, amount, paid, why }: Link): string {
  const money = [
    amount === null ? '' : `金额 ${formatYuan(amount)} 元`,
    paid === null ? '' : `已支付 ${formatYuan(paid)} 元`,
  ]
  const notes = [label, unit_name, ...money, why].filter((note) => note !== null && note !== '')
  return `${title ?? ''}（${notes.join('，')}）。`
}

/** How many of each, the most frequent first, names in order where counts are equal. */
function countsOf(
  records: readonly TopicRecord[],
  nameOf: (record: TopicRecord) => string,
): [string, number][] {
  const counts = new Map<string, number>()
  for (const record of records) counts.set(nameOf(record), (counts.get(nameOf(record)) ?? 0) + 1)
  return [...counts].sort(([a, of], [b, other]) => other - of || (a < b ? -1 : 1))
}

function listed(counts: readonly (readonly [string, number])[]): string {
  const named = counts.slice(0, mostNamed).map(([name, count]) => `${name} ${count} 件`)
  const rest = counts.slice(mostNamed)
  const others = rest.reduce((sum, [, count]) => sum + count, 0)
  return [...named, ...(rest.length === 0 ? [] : [`其余 ${rest.length} 处 ${others} 件`])].join('，')
}
