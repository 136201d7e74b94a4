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

export const dataUnbalanced = defineKind({
  id: 'data.unbalanced',
  name: '未对平',
  question: '哪些数据的合计与明细对不上？',
  form: 'bars',
  sources: [kinds],
  metric: 'loads_unreconciled',
  definition: '文件自带的合计与收下的明细之和不一致、也没有说明原因的载入批次，按数据类别计数',
  load: async ({ warehouse, outside }): Promise<Held[]> => {
    const rows = await warehouse.query(wallQueries.stamps, {})
    return rows
      .filter(({ unreconciled }) => unreconciled > 0)
      .map(({ kind, unreconciled }) => ({ id: kind, label: outside.sourceLabel(kind), rows: unreconciled }))
      .sort((a, b) => b.rows - a.rows || (a.id < b.id ? -1 : 1))
  },
  answer: (held) => ({
    headline: unbalancedHeadline(sumOf(held, ({ rows }) => rows)),
    status: held.length === 0 ? 'ok' : 'warn',
    content: {
      form: 'bars',
      unit: '批',
      items: held.map(({ id, label, rows }) => ({ id, label, value: rows, note: null, status: 'warn' })),
      reference: null,
    },
  }),
})

export function unbalancedHeadline(loads: number): string {
  return loads === 0 ? '各批合计都对得上' : `${integer(loads)} 批合计对不上，待说明`
}
