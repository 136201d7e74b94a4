import { Type, type Static } from 'typebox'
import { Instant, Nullable } from './shape.ts'

export const MethodMeasure = Type.Object({
  source: Type.Union([Type.Literal('shipped'), Type.Literal('run'), Type.Literal('decisions')]),
  name: Type.String(),
  value: Type.Number(),
  unit: Type.String({ description: '比率为 0 到 1' }),
  baseline: Nullable(Type.Number()),
  baselineName: Nullable(Type.String()),
  n: Nullable(Type.Integer({ description: '样本数' })),
  basis: Type.String({ description: '量自什么数据' }),
  model: Nullable(Type.String()),
  measuredAt: Instant,
  note: Nullable(Type.String()),
})
export type MethodMeasure = Static<typeof MethodMeasure>

export const MethodSummary = Type.Object({
  name: Type.String(),
  title: Type.String(),
  lead: Type.String({ description: '说明页的第一段' }),
  measures: Type.Array(MethodMeasure),
})
export type MethodSummary = Static<typeof MethodSummary>

export const MethodList = Type.Object({
  items: Type.Array(MethodSummary),
  versions: Type.Array(
    Type.Object({
      part: Type.String(),
      version: Type.String(),
      voices: Type.Integer({ description: '现有结果中由它得出的件数' }),
    }),
  ),
})
export type MethodList = Static<typeof MethodList>

export const MethodDetail = Type.Object({
  ...MethodSummary.properties,
  html: Type.String({ description: '说明页，由 Markdown 生成，不含原始 HTML' }),
})
export type MethodDetail = Static<typeof MethodDetail>
