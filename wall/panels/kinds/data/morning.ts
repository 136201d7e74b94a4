import { shanghaiDay } from '#calendar'
import { kinds } from '#warehouse'
import { defineKind } from '../../define-kind.ts'
import type { WallSource } from '../../panel-kind.ts'
import { monthDay, named, short } from '../../words.ts'

export const sourcesMorning = defineKind({
  id: 'sources.morning',
  name: '今早到没到',
  question: '该来的数据来了吗，没来的为什么？',
  form: 'list',
  sources: [kinds],
  definition: '登记的数据来源按约定的时间和期限判断到没到；没有登记的来源不在内',
  load: ({ outside }) => outside.mornings(),
  answer: (rows) => {
    const headline = morningHeadline(rows)
    if (rows.length === 0)
      return { headline, content: null, missingReason: '还没有登记数据来源，数据由人工导入' }
    return {
      headline,
      status: rows.some(({ status }) => status === 'bad')
        ? 'bad'
        : rows.some(({ status }) => status === 'warn')
          ? 'warn'
          : 'ok',
      content: {
        form: 'list',
        columns: [
          { label: '来源', align: 'start' },
          { label: '状态', align: 'start' },
          { label: '影响', align: 'start' },
          { label: '最近', align: 'end' },
        ],
        rows: [...rows].sort(worstFirst).map((row) => ({
          id: row.name,
          cells: [
            short(row.label, 14),
            row.word,
            row.status === 'bad' ? affected(row.affects) : '',
            row.arrivedAt === null ? '—' : monthDay(shanghaiDay(row.arrivedAt)),
          ],
          status: row.status,
        })),
      },
    }
  },
  fact: (rows, item) => {
    const row = rows.find(({ name }) => name === item)
    if (!row) return null
    return {
      title: row.label,
      facts: [
        { label: '状态', value: row.word },
        { label: '说明', value: row.reason },
        ...(row.status === 'bad' && row.affects.length > 0
          ? [{ label: '影响的数字', value: affected(row.affects, 6) }]
          : []),
        { label: '最近到达', value: row.arrivedAt === null ? '还没有到过' : shanghaiDay(row.arrivedAt) },
      ],
      trend: null,
    }
  },
})

/** The first of the figures by name, and how many there are. */
function affected(labels: readonly string[], most = 1): string {
  const first = labels.slice(0, most).join('、')
  return labels.length > most ? `${first}等 ${labels.length} 个数` : first
}

const order = ['bad', 'warn', null, 'ok']

function worstFirst(a: WallSource, b: WallSource): number {
  return order.indexOf(a.status) - order.indexOf(b.status) || (a.label < b.label ? -1 : 1)
}

export function morningHeadline(sources: readonly WallSource[]): string {
  const bad = sources.filter(({ status }) => status === 'bad')
  const [first] = bad
  if (sources.length === 0) return '还没有登记数据来源'
  const figures = new Set(bad.flatMap(({ affects }) => affects)).size
  const reach = figures === 0 ? '' : `，影响 ${figures} 个数`
  if (first && bad.length === 1) return named(first.label, `：${first.word}${reach}`)
  if (bad.length > 0) return `${sources.length} 个来源，${bad.length} 个有问题${reach}`
  const warned = sources.filter(({ status }) => status === 'warn').length
  return warned > 0 ? `${sources.length} 个来源，${warned} 个需要留意` : `${sources.length} 个来源都正常`
}
