import { Type, type Static, type TSchema } from 'typebox'

/** A value that may be missing at the source; null is sent, never an invented number. */
export const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])

/**
 * For what may be left open in a request: an open field stays null instead of being read as an empty text, and an empty
 * text counts as open.
 */
export const Open = <T extends TSchema>(schema: T) => Type.Union([Type.Null(), schema])

/** One page of a list: `nextCursor` is null on the last page, `total` counts the whole filtered list. */
export const Page = <T extends TSchema>(item: T) =>
  Type.Object({ items: Type.Array(item), nextCursor: Nullable(Type.String()), total: Type.Integer() })

/** As `Page`, for lists whose rows depend on a source: says how old and how complete they are. */
export const StampedPage = <T extends TSchema>(item: T) =>
  Type.Object({
    items: Type.Array(item),
    nextCursor: Nullable(Type.String()),
    total: Type.Integer(),
    ...stamp,
  })

/** ISO 8601 UTC, `YYYY-MM-DDTHH:MM:SSZ`. */
export const Instant = Type.String({ description: 'UTC 时间 YYYY-MM-DDTHH:MM:SSZ' })

/** Day in Asia/Shanghai, `YYYY-MM-DD`. */
export const Day = Type.String({ description: '北京时间日期 YYYY-MM-DD' })

/** Decimal 元 as text, so that no amount passes through a float. */
export const Money = Type.String({ description: '金额（元），十进制文本，如 1234.50' })

/** What every number-bearing answer carries, next to its numbers. */
export const stamp = {
  dataTime: Nullable(Type.String({ description: '数据截至：所依据来源中最新业务日期' })),
  computedAt: Type.String({ description: '计算时间（UTC）' }),
  quarantined: Type.Integer({ description: '另有多少条隔离未计入' }),
  unreconciled: Type.Integer({ description: '来源里有多少批未对平' }),
}

export const DataStamp = Type.Object(stamp)
export type DataStamp = Static<typeof DataStamp>

const text = (description: string) => Type.String({ maxLength: 200, description })

/** Filters that every page keeps in its address. */
export const periodFilter = {
  from: Type.Optional(Type.String({ format: 'date', description: '起始日期（含）' })),
  to: Type.Optional(Type.String({ format: 'date', description: '截止日期（含）' })),
}
export const placeFilter = { district: Type.Optional(text('区县名称')) }

export const paging = {
  cursor: Type.Optional(Type.String({ maxLength: 400, description: '上一页返回的 nextCursor' })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50, description: '每页条数' })),
}

/** Where a row came from; `row` counts from 1 at the file's (sheet's) first line. */
export const SourceRow = Type.Object({
  recordKey: Type.String(),
  loadId: Nullable(Type.String()),
  file: Type.String(),
  sheet: Nullable(Type.String()),
  row: Type.Integer(),
})
export type SourceRow = Static<typeof SourceRow>

/** RFC 9457 problem details; `title` is a sentence a clerk can act on, `code` is stable. */
export const Problem = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  code: Type.String(),
  detail: Type.String(),
  instance: Type.String(),
})
export type Problem = Static<typeof Problem>
