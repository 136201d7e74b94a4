import { kinds } from '#warehouse'
import { figuresKind } from '../../figures-kind.ts'
import { integer } from '../../words.ts'

const anyWarns = (value: number) => (value > 0 ? 'warn' : 'ok')

export const dataFigures = figuresKind({
  id: 'data.figures',
  name: '数据数字',
  question: '数据够不够新、够不够全？',
  sources: [kinds],
  figures: [
    { metric: 'voices_total' },
    { metric: 'quarantined_rows', status: anyWarns },
    { metric: 'sources_stale', status: anyWarns },
    { metric: 'loads_unreconciled', status: anyWarns },
  ],
  headline: (valueOf) =>
    dataHeadline(valueOf('quarantined_rows'), valueOf('sources_stale'), valueOf('loads_unreconciled')),
})

export function dataHeadline(
  quarantined: number | null,
  stale: number | null,
  unbalanced: number | null,
): string {
  const wrong = [
    quarantined ? `隔离 ${integer(quarantined)} 行` : '',
    stale ? `超期 ${stale} 类` : '',
    unbalanced ? `未对平 ${unbalanced} 批` : '',
  ].filter((part) => part !== '')
  return wrong.length === 0 ? '数据都在期限之内，没有隔离' : wrong.join('，')
}
