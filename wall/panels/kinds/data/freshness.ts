import type { FreshnessItem } from '#contract'
import { kinds } from '#warehouse'
import { defineKind } from '../../define-kind.ts'
import { integer, named } from '../../words.ts'

type Source = Pick<FreshnessItem, 'kindLabel' | 'loads' | 'dataTo' | 'isStale' | 'lateSources'>

export const dataFreshness = defineKind({
  id: 'data.freshness',
  name: '数据新鲜度',
  question: '各类数据更新到哪一天？',
  form: 'list',
  sources: [kinds],
  metric: 'sources_stale',
  definition:
    '每类数据的最晚业务日期；登记的来源应到没到的，或没有来源写明期限而落后于全部数据最晚日期超过该类更新期限的，为超期',
  load: ({ outside }) => outside.freshness(),
  answer: (rows) => {
    const loaded = rows.filter(({ loads }) => loads > 0)
    if (loaded.length === 0) return { headline: '还没有接入任何数据', content: null }
    return {
      headline: freshnessHeadline(rows),
      status: worst(loaded),
      content: {
        form: 'list',
        columns: [
          { label: '数据', align: 'start' },
          { label: '截至', align: 'end' },
        ],
        rows: [...loaded].sort(stalestFirst).map((row) => ({
          id: row.kind,
          cells: [row.kindLabel, row.dataTo ?? '不随日期'],
          status: row.lateSources.length > 0 ? 'bad' : row.isStale ? 'warn' : null,
        })),
      },
    }
  },
  fact: (rows, item) => {
    const row = rows.find(({ kind }) => kind === item)
    if (!row) return null
    return {
      title: row.kindLabel,
      facts: [
        { label: '数据截至', value: row.dataTo ?? '不随日期' },
        { label: '记录', value: `${integer(row.rows)} 条` },
        { label: '载入', value: `${integer(row.loads)} 次` },
        { label: '隔离待处理', value: `${integer(row.quarantinedOpen)} 行` },
        { label: '是否超期', value: row.isStale ? '超过更新期限' : '在期限之内' },
        ...(row.lateSources.length > 0 ? [{ label: '没到的来源', value: row.lateSources.join('、') }] : []),
      ],
      trend: null,
    }
  },
})

function worst(sources: readonly Source[]): 'bad' | 'warn' | 'ok' {
  if (sources.some(({ lateSources }) => lateSources.length > 0)) return 'bad'
  return sources.some(({ isStale }) => isStale) ? 'warn' : 'ok'
}

function stalestFirst(a: Source, b: Source): number {
  const rank = ({ lateSources, isStale, dataTo }: Source) =>
    `${lateSources.length > 0 ? 0 : isStale ? 1 : 2}${dataTo ?? '9999'}`
  return rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : a.kindLabel < b.kindLabel ? -1 : 1
}

export function freshnessHeadline(sources: readonly Source[]): string {
  const dated = sources.filter(({ dataTo }) => dataTo !== null)
  const waiting = sources.filter(({ lateSources }) => lateSources.length > 0)
  const stale = dated.filter(({ isStale }) => isStale)
  const missing = sources.filter(({ loads }) => loads === 0).length
  const [late] = waiting
  const [first] = stale
  if (late && waiting.length === 1) return named(late.kindLabel, '的来源没到')
  if (late) return `${waiting.length} 类数据的来源没到`
  if (dated.length === 0) return '已接入的数据没有业务日期'
  if (first && stale.length === 1) return `${first.kindLabel}超期未更新`
  if (first) return `${stale.length} 类数据超期未更新`
  return missing > 0 ? `${dated.length} 类按期更新，${missing} 类未接入` : `${dated.length} 类数据都按期更新`
}
