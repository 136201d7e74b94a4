import { Type, type Static } from 'typebox'
import { Instant, Nullable } from './shape.ts'

/** One step back from a mart row: model row → load → file, sheet and row number → the cells as they came. */
export const LineageStep = Type.Object({
  step: Type.String({ description: '第几环：mart、load、source' }),
  label: Type.String(),
  table: Nullable(Type.String()),
  recordKey: Nullable(Type.String()),
  loadId: Nullable(Type.String()),
  file: Nullable(Type.String()),
  sheet: Nullable(Type.String()),
  row: Nullable(Type.Integer()),
  at: Nullable(Instant),
  cells: Type.Array(
    Type.Object({
      header: Type.String({ description: '栏目' }),
      text: Nullable(Type.String()),
      place: Nullable(Type.String({ description: '来件里的单元格（D12）或列名' })),
      original: Nullable(Type.String({ description: '来件里的写法，与读入的值不同时给出' })),
    }),
  ),
})
export type LineageStep = Static<typeof LineageStep>

export const Lineage = Type.Object({
  mart: Type.String(),
  recordKey: Type.String(),
  steps: Type.Array(LineageStep),
})
export type Lineage = Static<typeof Lineage>
