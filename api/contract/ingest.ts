import { Type, type Static } from 'typebox'
import { Day, Instant, Nullable, Page, paging } from './shape.ts'

const ReasonCount = Type.Object({ code: Type.String(), count: Type.Integer() })

export const LoadsQuery = Type.Object({
  kind: Type.Optional(Type.String({ maxLength: 40 })),
  ...paging,
})
export type LoadsQuery = Static<typeof LoadsQuery>

/** One file taken in; rows = accepted + quarantined + unchanged, always. */
export const Load = Type.Object({
  loadId: Type.String(),
  kind: Type.String(),
  kindLabel: Type.String(),
  source: Nullable(Type.String()),
  fileName: Type.String(),
  fileBytes: Type.Integer(),
  format: Type.String(),
  encoding: Nullable(Type.String()),
  mapping: Nullable(Type.String()),
  rows: Type.Integer(),
  accepted: Type.Integer(),
  quarantined: Type.Integer(),
  unchanged: Type.Integer(),
  reasons: Type.Array(ReasonCount),
  warnings: Type.Array(Type.String()),
  status: Type.String(),
  replayOf: Nullable(Type.String({ description: '隔离行重放：原批次' })),
  withdrawnAt: Nullable(Instant),
  withdrawnBy: Nullable(Type.String()),
  withdrawnReason: Nullable(Type.String()),
  rerunAt: Nullable(Instant),
  startedAt: Instant,
  finishedAt: Nullable(Instant),
  actor: Type.String(),
})
export type Load = Static<typeof Load>

export const LoadList = Page(Load)
export type LoadList = Static<typeof LoadList>

export const LoadDetail = Type.Object({
  ...Load.properties,
  fileHash: Type.String(),
  sheets: Type.Array(Type.String()),
  controlTotals: Type.Array(Type.Object({ label: Type.String(), value: Type.String() })),
  isArchived: Type.Boolean({ description: '原文件是否可下载' }),
})
export type LoadDetail = Static<typeof LoadDetail>

export const QuarantineQuery = Type.Object({
  load: Type.Optional(Type.String({ maxLength: 80 })),
  kind: Type.Optional(Type.String({ maxLength: 40 })),
  reason: Type.Optional(Type.String({ maxLength: 60 })),
  column: Type.Optional(Type.String({ maxLength: 60 })),
  status: Type.Optional(Type.String({ maxLength: 20 })),
  ...paging,
})
export type QuarantineQuery = Static<typeof QuarantineQuery>

/** A refused row, whole, as it came. */
export const QuarantineRow = Type.Object({
  id: Type.String(),
  loadId: Type.String(),
  kind: Type.String(),
  file: Type.String(),
  sheet: Nullable(Type.String()),
  row: Type.Integer(),
  column: Nullable(Type.String()),
  reason: Type.String(),
  message: Type.String({ description: '可以照着改的中文说明' }),
  cells: Type.Array(
    Type.Object({
      header: Type.String(),
      text: Type.String(),
      edited: Nullable(Type.String({ description: '改成的文本' })),
      isFault: Type.Boolean({ description: '说明里指出的单元格' }),
    }),
  ),
  status: Type.String(),
  asideReason: Nullable(Type.String()),
  resolvedLoadId: Nullable(Type.String()),
  createdAt: Instant,
})
export type QuarantineRow = Static<typeof QuarantineRow>

export const QuarantineList = Page(QuarantineRow)
export type QuarantineList = Static<typeof QuarantineList>

export const QuarantineReasons = Type.Object({
  items: Type.Array(
    Type.Object({
      kind: Type.String(),
      kindLabel: Type.String(),
      reason: Type.String(),
      column: Nullable(Type.String()),
      rows: Type.Integer(),
      message: Type.String({ description: '其中一条的说明' }),
      lastAt: Instant,
    }),
  ),
})
export type QuarantineReasons = Static<typeof QuarantineReasons>

export const FreshnessItem = Type.Object({
  kind: Type.String(),
  kindLabel: Type.String(),
  loads: Type.Integer(),
  rows: Type.Integer(),
  quarantinedOpen: Type.Integer(),
  lastLoadAt: Nullable(Instant),
  lastFile: Nullable(Type.String()),
  dataFrom: Nullable(Day),
  dataTo: Nullable(Day),
  isStale: Type.Boolean(),
})
export type FreshnessItem = Static<typeof FreshnessItem>

export const Freshness = Type.Object({ items: Type.Array(FreshnessItem), computedAt: Instant })
export type Freshness = Static<typeof Freshness>
