import { Type, type Static } from 'typebox'
import { Day, Instant, Money, Nullable, Page, paging } from './shape.ts'

const ReasonCount = Type.Object({ code: Type.String(), count: Type.Integer() })

export const LoadsQuery = Type.Object({
  kind: Type.Optional(Type.String({ maxLength: 40 })),
  reconciled: Type.Optional(Type.String({ maxLength: 20, description: 'unbalanced：只看未对平的批次' })),
  status: Type.Optional(Type.String({ maxLength: 20 })),
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
  reconciled: Nullable(
    Type.String({
      description: 'balanced 对平、unbalanced 未对平、explained 差异已说明；空为没有可比的合计',
    }),
  ),
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
  control: Nullable(
    Type.Object({
      rows: Type.Integer(),
      refusedRows: Type.Integer(),
      sums: Type.Array(
        Type.Object({
          label: Type.String(),
          total: Money,
          refused: Money,
        }),
      ),
      checks: Type.Array(
        Type.Object({
          origin: Type.String({ description: 'file 文件里的合计行、stated 另外给出的对账数' }),
          label: Type.String(),
          stated: Type.String(),
          computed: Nullable(Type.String()),
          refused: Nullable(Type.String({ description: '其中在隔离区的部分' })),
          isMoney: Type.Boolean(),
          balanced: Type.Boolean(),
          overruled: Type.Boolean({ description: '文件里的合计行，而这一列另外给出了对账数：以给出的为准' }),
        }),
      ),
    }),
  ),
  settled: Nullable(Type.Object({ explanation: Nullable(Type.String()), actor: Type.String(), at: Instant })),
  refused: Type.Object({
    open: Type.Integer({ description: '隔离行里仍待处理的' }),
    replayed: Type.Integer({ description: '已重放入库的' }),
    aside: Type.Integer({ description: '已搁置的' }),
    repeated: Type.Integer({ description: '同一来源的另一个文件里也有、在那里处理的' }),
  }),
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

export const QuarantineList = Type.Intersect([
  Page(QuarantineRow),
  Type.Object({ repairs: Type.Integer({ description: '这一批至今改过的格数；没有指定批次时为 0' }) }),
])
export type QuarantineList = Static<typeof QuarantineList>

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
  lateSources: Type.Array(Type.String(), { description: '应到而没有到的来源' }),
  isStale: Type.Boolean(),
})
export type FreshnessItem = Static<typeof FreshnessItem>

export const Freshness = Type.Object({ items: Type.Array(FreshnessItem), computedAt: Instant })
export type Freshness = Static<typeof Freshness>
