import { Type, type Static } from 'typebox'
import { Day, Nullable, Open } from '../shape.ts'
import { StageState } from './feed.ts'

const ClockTime = Type.String({
  pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$',
  description: '时:分（北京时间）',
})
const sceneId = Type.String({ maxLength: 40, description: '场景编号' })
const Share = Type.Number({ minimum: 0, maximum: 1 })
export const WallTheme = StageState.properties.theme
export type WallTheme = Static<typeof WallTheme>

/** One scene of the rotation and when it may come. */
export const PlaylistItem = Type.Object({
  scene: sceneId,
  seconds: Type.Integer({ minimum: 20, maximum: 3600, description: '停留秒数；每 5 个字至少 1 秒' }),
  days: Type.Union([Type.Literal('all'), Type.Literal('workdays'), Type.Literal('restdays')]),
  from: Open(ClockTime),
  until: Open(ClockTime),
  term: Type.Union([Type.Literal('any'), Type.Literal('session'), Type.Literal('recess')], {
    description: '不限、会期、非会期',
  }),
})
export type PlaylistItem = Static<typeof PlaylistItem>

/** When the wall is lit, dimmed and black. Spans may pass midnight. */
export const DaySchedule = Type.Object({
  night: Nullable(
    Type.Object(
      { from: ClockTime, until: ClockTime, dim: Share },
      { description: '夜间调暗；0 不暗，1 全黑' },
    ),
  ),
  black: Nullable(Type.Object({ from: ClockTime, until: ClockTime }, { description: '每日熄屏' })),
  restDays: Type.Union([Type.Literal('lit'), Type.Literal('dim'), Type.Literal('black')], {
    description: '休息日：照常、调暗、熄屏',
  }),
})
export type DaySchedule = Static<typeof DaySchedule>

export const WallAlertKind = Type.Union([Type.Literal('red-case'), Type.Literal('new-topic')], {
  description: '红色疑点经认定属实、新热点出现（汇总）',
})
export type WallAlertKind = Static<typeof WallAlertKind>

/** Which scene jumps in when something of a kind happens, and for how long. */
export const AlertRule = Type.Object({
  kind: WallAlertKind,
  scene: sceneId,
  seconds: Type.Integer({ minimum: 20, maximum: 600 }),
})
export type AlertRule = Static<typeof AlertRule>

/** Everything that decides what a wall shows when nobody touches it. */
export const WallScript = Type.Object({
  items: Type.Array(PlaylistItem, { maxItems: 60 }),
  schedule: DaySchedule,
  /** Days on which the congress or its standing committee sits. */
  sittings: Type.Array(Type.Object({ from: Day, to: Day }), { maxItems: 60, description: '会期' }),
  alerts: Type.Array(AlertRule, { maxItems: 10 }),
  /** What meeting mode shows when the remote names no scenes. */
  meeting: Type.Array(sceneId, { maxItems: 20 }),
  theme: WallTheme,
})
export type WallScript = Static<typeof WallScript>

const plain = <T extends string>(type: T) => Type.Object({ type: Type.Literal(type) })

/** What the remote, or the wall's own keyboard, can say. */
export const WallCommand = Type.Union([
  plain('next'),
  plain('previous'),
  Type.Object({ type: Type.Literal('goto'), scene: sceneId }),
  Type.Object({ type: Type.Literal('pin'), scene: sceneId }),
  plain('unpin'),
  plain('pause'),
  plain('resume'),
  plain('blank'),
  plain('unblank'),
  Type.Object({
    type: Type.Literal('meeting'),
    scenes: Type.Array(sceneId, { maxItems: 20, description: '为空则用节目单里的会议场景' }),
  }),
  plain('meeting-end'),
  Type.Object({ type: Type.Literal('theme'), theme: WallTheme }),
  plain('reload'),
  Type.Object({
    type: Type.Literal('open'),
    panel: Type.String({ maxLength: 100 }),
    item: Type.String({ maxLength: 200 }),
  }),
  plain('close'),
])
export type WallCommand = Static<typeof WallCommand>
