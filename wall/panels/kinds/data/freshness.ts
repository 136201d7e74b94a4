import { kinds, apiQueries } from '#warehouse'
import { defineKind } from '../../define-kind.ts'
import { integer } from '../../words.ts'

interface Source {
  readonly label: string
  readonly loads: number
  readonly data_to: string | null
  readonly is_stale: boolean
}

export const dataFreshness = defineKind({
  id: 'data.freshness',
  name: '数据新鲜度',
  question: '各类数据更新到哪一天？',
  form: 'list',
  sources: [kinds],
  metric: 'sources_stale',
  definition: '每类数据的最晚业务日期；落后于全部数据最晚日期超过该类更新期限的为超期',
  load: async ({ warehouse, outside }) => {
    const rows = await warehouse.query(apiQueries.ledger.freshness, {})
    return rows.map(({ kind, loads, rows: records, data_to, is_stale, last_load_at, quarantined_open }) => ({
      ...{ kind, label: outside.sourceLabel(kind), loads, records, data_to, is_stale },
      ...{ last_load_at, quarantined_open },
    }))
  },
  answer: (rows) => {
    const loaded = rows.filter(({ loads }) => loads > 0)
    if (loaded.length === 0) return { headline: '还没有接入任何数据', content: null }
    return {
      headline: freshnessHeadline(rows),
      status: loaded.some(({ is_stale }) => is_stale) ? 'warn' : 'ok',
      content: {
        form: 'list',
        columns: [
          { label: '数据', align: 'start' },
          { label: '截至', align: 'end' },
        ],
        rows: [...loaded].sort(stalestFirst).map((row) => ({
          id: row.kind,
          cells: [row.label, row.data_to ?? '不随日期'],
          status: row.is_stale ? 'warn' : null,
        })),
      },
    }
  },
  fact: (rows, item) => {
    const row = rows.find(({ kind }) => kind === item)
    if (!row) return null
    return {
      title: row.label,
      facts: [
        { label: '数据截至', value: row.data_to ?? '不随日期' },
        { label: '记录', value: `${integer(row.records)} 条` },
        { label: '载入', value: `${integer(row.loads)} 次` },
        { label: '隔离待处理', value: `${integer(row.quarantined_open)} 行` },
        { label: '是否超期', value: row.is_stale ? '超过更新期限' : '在期限之内' },
      ],
      trend: null,
    }
  },
})

function stalestFirst(a: Source, b: Source): number {
  const rank = ({ is_stale, data_to }: Source) => `${is_stale ? 0 : 1}${data_to ?? '9999'}`
  return rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : a.label < b.label ? -1 : 1
}

export function freshnessHeadline(sources: readonly Source[]): string {
  const dated = sources.filter(({ data_to }) => data_to !== null)
  const stale = dated.filter(({ is_stale }) => is_stale)
  const missing = sources.filter(({ loads }) => loads === 0).length
  const [first] = stale
  if (dated.length === 0) return '已接入的数据没有业务日期'
  if (first && stale.length === 1) return `${first.label}超期未更新`
  if (first) return `${stale.length} 类数据超期未更新`
  return missing > 0 ? `${dated.length} 类按期更新，${missing} 类未接入` : `${dated.length} 类数据都按期更新`
}
