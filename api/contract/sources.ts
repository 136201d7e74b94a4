import { Type, type Static } from 'typebox'
import { Instant, Nullable, Page } from './shape.ts'

export const MorningState = Type.Union([
  Type.Literal('broken'),
  Type.Literal('missed'),
  Type.Literal('failed'),
  Type.Literal('absent'),
  Type.Literal('unbalanced'),
  Type.Literal('quarantined'),
  Type.Literal('late'),
  Type.Literal('running'),
  Type.Literal('waiting'),
  Type.Literal('never'),
  Type.Literal('paused'),
  Type.Literal('arrived'),
])
export type MorningState = Static<typeof MorningState>

/** How one declared source stands: what was due, what came, why not, and which figures hang on it. */
export const MorningRow = Type.Object({
  name: Type.String(),
  title: Type.String({ description: '来源名称' }),
  owner: Nullable(Type.String()),
  type: Type.String(),
  kinds: Type.Array(Type.String()),
  state: MorningState,
  reason: Type.String({ description: '为什么，一句话' }),
  errorCode: Nullable(Type.String({ description: '最近一次运行失败的错误代码' })),
  dueAt: Nullable(Instant),
  arrivedAt: Nullable(Instant),
  nextAt: Nullable(Instant),
  openRows: Type.Integer({ description: '还在隔离区的行' }),
  metrics: Type.Array(Type.Object({ name: Type.String(), label: Type.String() })),
})
export type MorningRow = Static<typeof MorningRow>

export const SourceMorning = Type.Object({
  items: Type.Array(MorningRow),
  alerts: Type.Integer({ description: '没到、没跑、失败和配置有误的来源数' }),
  computedAt: Instant,
})
export type SourceMorning = Static<typeof SourceMorning>

const Settings = Type.Record(Type.String(), Type.Unknown())

export const SourceDetail = Type.Object({
  name: Type.String(),
  type: Type.String(),
  settings: Settings,
  isPaused: Type.Boolean(),
  folder: Nullable(Type.String({ description: '监控的文件夹' })),
  version: Type.String({ description: '读到的是哪一版设置；保存时带回' }),
})
export type SourceDetail = Static<typeof SourceDetail>

export const SourceSaveRequest = Type.Object({
  settings: Settings,
  /** A new source: its name must not be taken yet. */
  isNew: Type.Optional(Type.Boolean()),
  version: Type.Optional(
    Type.String({ maxLength: 64, description: '改的是哪一版；已被别人改过则拒绝（409）' }),
  ),
})
export type SourceSaveRequest = Static<typeof SourceSaveRequest>

export const SourcePaused = Type.Object({ isPaused: Type.Boolean() })
export type SourcePaused = Static<typeof SourcePaused>

export const SourcePreviewRequest = Type.Object({
  name: Type.String({ maxLength: 60 }),
  settings: Settings,
})
export type SourcePreviewRequest = Static<typeof SourcePreviewRequest>

/** First rows of a source and what they would become; or why it could not be asked. */
export const SourcePreview = Type.Object({
  problem: Nullable(Type.Object({ code: Type.String(), message: Type.String() })),
  file: Nullable(Type.String()),
  records: Type.Integer(),
  columns: Type.Array(Type.Object({ header: Type.String(), field: Nullable(Type.String()) })),
  rows: Type.Array(Type.Array(Type.String())),
  kind: Nullable(Type.String()),
  missing: Type.Array(Type.String()),
})
export type SourcePreview = Static<typeof SourcePreview>

/** One line of the run log. */
export const SourceRun = Type.Object({
  id: Type.String(),
  isMissed: Type.Boolean(),
  at: Instant,
  plannedAt: Nullable(Instant),
  trigger: Nullable(Type.String()),
  outcome: Nullable(Type.String()),
  errorCode: Nullable(Type.String()),
  message: Nullable(Type.String()),
  rows: Nullable(Type.Integer()),
  accepted: Nullable(Type.Integer()),
  quarantined: Nullable(Type.Integer()),
  unchanged: Nullable(Type.Integer()),
  actor: Type.String(),
})
export type SourceRun = Static<typeof SourceRun>

export const SourceRunList = Page(SourceRun)
export type SourceRunList = Static<typeof SourceRunList>
