import { Type, type Static } from 'typebox'
import { Instant, Nullable } from '../shape.ts'
import { PanelContent, PanelFormName, PanelStatus } from './content.ts'
import { Scene, Viewing } from './scene.ts'

/** On what a panel's sentence rests; shown on demand. */
export const PanelBasis = Type.Object({
  definition: Type.String({ description: '口径' }),
  sources: Type.Array(Type.String({ description: '来源类别的中文名' })),
  metric: Nullable(Type.String({ description: '指标名，见指标卡' })),
})
export type PanelBasis = Static<typeof PanelBasis>

/** One panel as the server last computed it. Without content there is always a reason. */
export const PanelData = Type.Object({
  key: Type.String({ description: '场景编号/面板编号' }),
  form: PanelFormName,
  headline: Type.String({ description: '由数字写出的结论' }),
  status: PanelStatus,
  basis: PanelBasis,
  dataTime: Nullable(Type.String({ description: '数据截至' })),
  computedAt: Instant,
  /** From when on its data is older than its sources promised; null when they promise nothing. */
  lateFrom: Nullable(Instant),
  note: Nullable(Type.String({ description: '如“另有 12 条隔离未计入”' })),
  content: Nullable(PanelContent),
  missingReason: Nullable(Type.String()),
})
export type PanelData = Static<typeof PanelData>

/** What stands on one wall right now, decided by the server from its playlist, its conditions and the remote. */
export const StageState = Type.Object({
  scene: Type.String(),
  mode: Type.Union([
    Type.Literal('playing'),
    Type.Literal('paused'),
    Type.Literal('pinned'),
    Type.Literal('alert'),
    Type.Literal('meeting'),
    Type.Literal('blank'),
  ]),
  /** When the next scene comes; null while nothing moves. */
  nextAt: Nullable(Instant),
  reason: Nullable(Type.String({ description: '为何停在此屏，如“红色预警插播”' })),
  theme: Type.Union([Type.Literal('blue'), Type.Literal('red-gold'), Type.Literal('light')]),
  /** 0 full light to 1 black. */
  dim: Type.Number({ minimum: 0, maximum: 1 }),
  /** The fact card that is open, and when it closes by itself. */
  drill: Nullable(Type.Object({ panel: Type.String(), item: Type.String(), until: Instant })),
  /** Shown for two seconds: what the remote just did. */
  toast: Nullable(Type.Object({ text: Type.String(), until: Instant })),
  /** A number that grows when the wall is told to reload. */
  reloads: Type.Integer(),
})
export type StageState = Static<typeof StageState>

export const WallProfile = Type.Object({
  id: Type.String(),
  name: Type.String(),
  viewing: Viewing,
  /** Columns of the wall no glyph may touch (bezels, module seams), as shares of its width. */
  seams: Type.Array(Type.Object({ from: Type.Number(), to: Type.Number() })),
})
export type WallProfile = Static<typeof WallProfile>

/** Everything a wall needs to draw, whole. `sequence` grows by one with each patch of this wall's stream. */
export const WallSnapshot = Type.Object({
  sequence: Type.Integer(),
  serverTime: Instant,
  /** Changes when the server serves another build of the wall. */
  build: Type.String(),
  wall: WallProfile,
  stage: StageState,
  scenes: Type.Array(Scene),
  panels: Type.Array(PanelData),
  /** The map places are drawn on: asked for once, and when it changes; null while places are tiles. */
  map: Nullable(Type.String({ description: '上墙地图的编号' })),
})
export type WallSnapshot = Static<typeof WallSnapshot>

/** What changed since `sequence - 1`; a wall that missed one asks for a snapshot. Absent parts did not change. */
export const WallPatch = Type.Object({
  sequence: Type.Integer(),
  serverTime: Instant,
  build: Type.Optional(Type.String()),
  wall: Type.Optional(WallProfile),
  stage: Type.Optional(StageState),
  scenes: Type.Optional(Type.Array(Scene)),
  panels: Type.Optional(Type.Array(PanelData)),
  map: Type.Optional(Nullable(Type.String())),
})
export type WallPatch = Static<typeof WallPatch>

/** Comes every 15 s: the stream is alive, and this far. */
export const WallHeartbeat = Type.Object({ sequence: Type.Integer(), serverTime: Instant })
export type WallHeartbeat = Static<typeof WallHeartbeat>

/** What two taps open: one item of a panel in a few facts. */
export const FactCard = Type.Object({
  title: Type.String(),
  facts: Type.Array(Type.Object({ label: Type.String(), value: Type.String() })),
  trend: Nullable(PanelContent),
  basis: PanelBasis,
  dataTime: Nullable(Type.String()),
})
export type FactCard = Static<typeof FactCard>

/** An error in a wall's page: its class and place, never its words. */
export const WallFault = Type.Object(
  {
    kind: Type.Union([Type.Literal('script'), Type.Literal('promise'), Type.Literal('panel')], {
      description: '脚本、异步任务或面板',
    }),
    name: Type.String({ pattern: '^\\w{1,40}$', description: '错误类别' }),
    place: Type.String({ pattern: '^([\\w-]+\\.js:\\d+:\\d+)?$', maxLength: 120, description: '程序位置' }),
  },
  { additionalProperties: false },
)
export type WallFault = Static<typeof WallFault>
