import type { BarsContent } from '#contract'
import { kinds, wallQueries } from '#warehouse'
import { defineKind } from '../../define-kind.ts'
import { integer } from '../../words.ts'

/** Loads by how their total compared; the rest had none to compare with. */
interface Reconciled {
  readonly loads: number
  readonly unbalanced: number
  readonly explained: number
  readonly balanced: number
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
  load: async ({ warehouse }): Promise<Reconciled> => {
    const [row] = await warehouse.query(wallQueries.reconciled, {})
    return row ?? { loads: 0, unbalanced: 0, explained: 0, balanced: 0 }
  },
  answer: (counts) => {
    const { loads, unbalanced, explained, balanced } = counts
    const status = unbalanced > 0 ? 'warn' : 'ok'
    const items: BarsContent['items'] = [
      { id: 'unbalanced', label: '未对平', value: unbalanced, note: null, status },
      { id: 'explained', label: '差异已说明', value: explained, note: null, status: null },
      { id: 'balanced', label: '对平', value: balanced, note: null, status: null },
      {
        ...{ id: 'none', label: '没有合计可对', note: null, status: null },
        value: loads - unbalanced - explained - balanced,
      },
    ]
    return {
      headline: reconciledHeadline(counts),
      status,
      content: { form: 'bars', unit: '批', items, reference: null },
    }
  },
})

export function reconciledHeadline({ loads, unbalanced, explained, balanced }: Reconciled): string {
  const compared = unbalanced + explained + balanced
  if (loads === 0) return '还没有载入数据'
  if (unbalanced > 0) return `${integer(unbalanced)} 批合计对不上，待说明`
  return compared === 0 ? '各批都没有可比的合计' : `${integer(compared)} 批有合计可对，都对得上`
}
