import { Type, type Static } from 'typebox'
import { Nullable, periodFilter, placeFilter, stamp } from './shape.ts'

/** The definition of one metric, as kept in `warehouse/metrics/<name>.sql`. */
export const MetricCard = Type.Object({
  name: Type.String(),
  label: Type.String(),
  definition: Type.String({ description: '口径' }),
  unit: Type.String({ description: '计量单位' }),
  numerator: Nullable(Type.String()),
  denominator: Nullable(Type.String()),
  grain: Type.String(),
  sources: Type.Array(Type.String()),
  owner: Type.String(),
  legalBasis: Nullable(Type.String()),
  version: Type.String(),
})
export type MetricCard = Static<typeof MetricCard>

const Figure = Nullable(Type.Union([Type.Number(), Type.String()]))

/** One value of a metric; a null `value` always comes with `missingReason`. Money is text in 元. */
export const MetricValue = Type.Object({
  name: Type.String(),
  label: Type.String(),
  value: Figure,
  unit: Type.String(),
  numerator: Figure,
  denominator: Figure,
  ...stamp,
  missingReason: Nullable(Type.String()),
  lateSources: Type.Array(Type.String(), { description: '应到而没有到的来源' }),
  card: MetricCard,
})
export type MetricValue = Static<typeof MetricValue>

export const MetricCards = Type.Object({ items: Type.Array(MetricCard) })
export type MetricCards = Static<typeof MetricCards>

export const MetricQuery = Type.Object({
  ...periodFilter,
  ...placeFilter,
  unit: Type.Optional(Type.String({ maxLength: 200, description: '单位编码' })),
  year: Type.Optional(Type.Integer({ minimum: 1990, maximum: 2100 })),
})
export type MetricQuery = Static<typeof MetricQuery>
