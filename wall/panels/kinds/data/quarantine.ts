import { kinds, wallQueries } from '#warehouse'
import { defineKind } from '../../define-kind.ts'
import { integer, mostOf, named, sumOf } from '../../words.ts'

interface Held {
  readonly id: string
  readonly label: string
  readonly rows: number
}

export const dataQuarantine = defineKind({
  id: 'data.quarantine',
  name: '隔离待处理',
  question: '哪些数据有行没有计入？',
  form: 'bars',
  sources: [kinds],
  metric: 'quarantined_rows',
  definition: '没有收下、还在隔离区等待修改的行，按数据类别计数',
  load: async ({ warehouse, outside }): Promise<Held[]> => {
    const rows = await warehouse.query(wallQueries.stamps, {})
    return rows
      .filter(({ quarantined_open }) => quarantined_open > 0)
      .map(({ kind, quarantined_open }) => ({
        id: kind,
        label: outside.sourceLabel(kind),
        rows: quarantined_open,
      }))
      .sort((a, b) => b.rows - a.rows || (a.id < b.id ? -1 : 1))
  },
  answer: (held) => ({
    headline: quarantineHeadline(held),
    status: held.length === 0 ? 'ok' : 'warn',
    content: {
      form: 'bars',
      unit: '行',
      items: held.map(({ id, label, rows }) => ({ id, label, value: rows, note: null, status: 'warn' })),
      reference: null,
    },
  }),
})

export function quarantineHeadline(held: readonly Held[]): string {
  const total = sumOf(held, ({ rows }) => rows)
  const most = mostOf(held, ({ rows }) => rows)
  if (!most) return '没有隔离待处理的行'
  return held.length === 1
    ? named(most.label, `隔离 ${integer(total)} 行`)
    : named(most.label, `最多，共隔离 ${integer(total)} 行`)
}
