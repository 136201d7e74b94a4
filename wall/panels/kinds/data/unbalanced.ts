import type { BarsContent } from '#contract'
import { kinds, wallQueries } from '#warehouse'
import { defineKind } from '../../define-kind.ts'
import { integer, sumOf } from '../../words.ts'

interface Reconciled {
  /** `balanced`, `unbalanced`, `explained`; null where a file had no total to compare with. */
  readonly reconciled: string | null
  readonly loads: number
}

export const dataUnbalanced = defineKind({
  id: 'data.unbalanced',
  name: '对账',
  question: '哪些数据的合计与明细对不上？',
  form: 'bars',
  sources: [kinds],
  metric: 'loads_unreconciled',
  definition:
    '按批次计：文件自带、另附或录入的合计与收下的明细之和一致为对平；不一致而没有说明原因的为未对平',
  load: ({ warehouse }) => warehouse.query(wallQueries.reconciled, {}),
  answer: (rows) => {
    const loads = (state: string | null) => rows.find(({ reconciled }) => reconciled === state)?.loads ?? 0
    const unbalanced = loads('unbalanced')
    const items: BarsContent['items'] = [
      {
        id: 'unbalanced',
        label: '未对平',
        value: unbalanced,
        note: null,
        status: unbalanced > 0 ? 'warn' : 'ok',
      },
      { id: 'explained', label: '差异已说明', value: loads('explained'), note: null, status: null },
      { id: 'balanced', label: '对平', value: loads('balanced'), note: null, status: null },
      { id: 'none', label: '没有合计可对', value: loads(null), note: null, status: null },
    ]
    return {
      headline: reconciledHeadline(rows),
      status: unbalanced > 0 ? 'warn' : 'ok',
      content: { form: 'bars', unit: '批', items, reference: null },
    }
  },
})

export function reconciledHeadline(rows: readonly Reconciled[]): string {
  const loads = sumOf(rows, (row) => row.loads)
  const compared = sumOf(rows, (row) => (row.reconciled === null ? 0 : row.loads))
  const unbalanced = sumOf(rows, (row) => (row.reconciled === 'unbalanced' ? row.loads : 0))
  if (loads === 0) return '还没有载入数据'
  if (unbalanced > 0) return `${integer(unbalanced)} 批合计对不上，待说明`
  return compared === 0 ? '各批都没有可比的合计' : `${integer(compared)} 批有合计可对，都对得上`
}
