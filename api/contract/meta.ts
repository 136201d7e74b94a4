import { Type, type Static } from 'typebox'
import { Day, Instant, Nullable } from './shape.ts'

const Choice = Type.Object({ value: Type.String(), label: Type.String() })

/** What the filters of every page offer, and which state of the data is being shown. */
export const Meta = Type.Object({
  product: Type.String(),
  productVersion: Type.String(),
  publishVersion: Type.Integer({ description: '数据发布序号，每次发布加一' }),
  serverTime: Instant,
  dataFrom: Nullable(Day),
  dataTo: Nullable(Day),
  districts: Type.Array(Type.String()),
  categories: Type.Array(Type.String({ description: '一级分类' })),
  years: Type.Array(Type.Integer({ description: '预算年度，新的在前' })),
  units: Type.Array(Type.Object({ code: Type.String(), name: Type.String() })),
  voiceKinds: Type.Array(Choice),
  sourceKinds: Type.Array(Choice),
})
export type Meta = Static<typeof Meta>

export const Health = Type.Object({ status: Type.Literal('ok') })
export type Health = Static<typeof Health>
