import { Type, type Static } from 'typebox'
import { Day, Instant, Nullable, Open } from '../shape.ts'
import { PanelFormName, PanelStatus } from './content.ts'
import { StageState, WallProfile, WallSnapshot } from './feed.ts'
import { Scene, Viewing, WallTemplate } from './scene.ts'
import { WallCommand, WallScript, WallTheme } from './script.ts'

const WallId = Type.String({ minLength: 1, maxLength: 60, description: '大屏编号' })

/** What an unpaired wall shows: its code, until when; nothing once it is paired. */
export const PairingState = Type.Object({
  isPaired: Type.Boolean(),
  code: Nullable(Type.String({ description: '6 位配对码' })),
  expiresAt: Nullable(Instant),
})
export type PairingState = Static<typeof PairingState>

export const PairRequest = Type.Object({
  code: Type.String({ pattern: '^[0-9]{6}$', description: '大屏上显示的 6 位数字' }),
  wall: Open(WallId),
  name: Type.String({ minLength: 1, maxLength: 30, description: '名称' }),
  place: Type.String({ maxLength: 60, description: '位置' }),
  template: WallTemplate,
  viewing: Viewing,
  seams: Type.Array(
    Type.Object({
      from: Type.Number({ minimum: 0, maximum: 1 }),
      to: Type.Number({ minimum: 0, maximum: 1 }),
    }),
    { maxItems: 24, description: '拼缝，占屏宽的比例' },
  ),
  addresses: Open(Type.String({ maxLength: 300, description: '允许的地址或网段；空为大屏申请配对时的地址' })),
})
export type PairRequest = Static<typeof PairRequest>

export const WallDeviceItem = Type.Object({
  id: Type.String(),
  wall: WallProfile,
  place: Type.String(),
  template: WallTemplate,
  addresses: Type.String(),
  pairedAt: Instant,
  pairedBy: Type.String(),
  expiresAt: Instant,
  state: Type.Union([Type.Literal('active'), Type.Literal('revoked'), Type.Literal('expired')]),
})
export type WallDeviceItem = Static<typeof WallDeviceItem>
export const WallDeviceList = Type.Object({ items: Type.Array(WallDeviceItem) })
export type WallDeviceList = Static<typeof WallDeviceList>

export const WallQuery = Type.Object({ wall: WallId })
export type WallQuery = Static<typeof WallQuery>

export const RemoteRequest = Type.Object({
  wall: Open(WallId),
  command: WallCommand,
})
export type RemoteRequest = Static<typeof RemoteRequest>

/** What the remote shows of a panel: its sentence and the items that open. */
export const RemotePanel = Type.Object({
  key: Type.String(),
  headline: Type.String(),
  form: PanelFormName,
  status: PanelStatus,
  items: Type.Array(Type.Object({ id: Type.String(), label: Type.String() })),
})
export type RemotePanel = Static<typeof RemotePanel>

/** A wall as the person with the remote sees it. */
export const RemoteView = Type.Object({
  walls: Type.Array(WallProfile),
  wall: WallProfile,
  stage: StageState,
  serverTime: Instant,
  scenes: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
  /** The scene on the wall: its question and the presenter's notes. */
  scene: Nullable(Type.Object({ question: Type.String(), notes: Nullable(Type.String()) })),
  panels: Type.Array(RemotePanel),
  log: Type.Array(Type.Object({ at: Instant, text: Type.String(), by: Type.String() })),
})
export type RemoteView = Static<typeof RemoteView>

export const DayStretch = Type.Object({
  from: Instant,
  until: Instant,
  dim: Type.Number(),
  isBlack: Type.Boolean(),
  scenes: Type.Array(Type.String()),
})
export type DayStretch = Static<typeof DayStretch>

/** A wall's playlist, what it makes of a day, and how long each scene takes to read. */
export const ScriptView = Type.Object({
  wall: WallId,
  /** False when the wall plays what all walls share, or the product's own order. */
  isOwn: Type.Boolean(),
  script: WallScript,
  savedAt: Nullable(Instant),
  savedBy: Nullable(Type.String()),
  scenes: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), readingSeconds: Type.Integer() })),
  day: Day,
  plan: Type.Array(DayStretch),
})
export type ScriptView = Static<typeof ScriptView>

export const ScriptRequest = Type.Object({ wall: WallId, script: WallScript })
export type ScriptRequest = Static<typeof ScriptRequest>

export const SceneItem = Type.Object({
  scene: Scene,
  isBuiltIn: Type.Boolean(),
  isRemoved: Type.Boolean(),
  savedAt: Nullable(Instant),
  savedBy: Nullable(Type.String()),
})
export type SceneItem = Static<typeof SceneItem>
export const SceneList = Type.Object({ items: Type.Array(SceneItem) })
export type SceneList = Static<typeof SceneList>

/** A scene as it is being written, and the wall it is to be looked at on. */
export const ScenePreviewRequest = Type.Object({ scene: Scene, viewing: Viewing, theme: WallTheme })
export type ScenePreviewRequest = Static<typeof ScenePreviewRequest>

/** What a wall would draw, and what keeps the scene from being saved. */
export const ScenePreview = Type.Object({
  snapshot: WallSnapshot,
  faults: Type.Array(Type.String({ description: '不能保存的原因' })),
})
export type ScenePreview = Static<typeof ScenePreview>

const OptionValue = Type.Union([Type.String(), Type.Number(), Type.Boolean()])

/** What scenes are made from: the questions a panel can answer, and the grids they are laid out on. */
export const ScenePalette = Type.Object({
  kinds: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      question: Type.String(),
      form: PanelFormName,
      options: Type.Array(
        Type.Object({
          key: Type.String(),
          label: Type.String(),
          value: OptionValue,
          choices: Type.Array(
            Type.Object({ value: Type.Union([Type.String(), Type.Number()]), label: Type.String() }),
          ),
        }),
      ),
    }),
  ),
  grids: Type.Array(
    Type.Object({
      template: WallTemplate,
      viewing: Viewing,
      columns: Type.Integer(),
      rows: Type.Integer(),
      width: Type.Integer(),
      height: Type.Integer(),
      maxPanels: Type.Integer(),
      /** Fewest cells of a form here: columns and rows. */
      smallest: Type.Record(Type.String(), Type.Object({ columns: Type.Integer(), rows: Type.Integer() })),
    }),
  ),
})
export type ScenePalette = Static<typeof ScenePalette>

export const EmbargoScopeName = Type.Union(
  [
    Type.Literal('topic'),
    Type.Literal('unit'),
    Type.Literal('draft'),
    Type.Literal('project'),
    Type.Literal('district'),
    Type.Literal('word'),
  ],
  { description: '热点、单位、法规草案、项目、地区、词语' },
)

export const EmbargoRequest = Type.Object({
  scope: EmbargoScopeName,
  value: Type.String({ minLength: 1, maxLength: 100, pattern: '\\S', description: '禁显的名称、编号或词语' }),
  reason: Type.String({ minLength: 1, maxLength: 200, description: '事由' }),
  until: Open(Day),
})
export type EmbargoRequest = Static<typeof EmbargoRequest>

export const EmbargoItem = Type.Object({
  id: Type.String(),
  scope: EmbargoScopeName,
  value: Type.String(),
  reason: Type.String(),
  until: Nullable(Day),
  enteredAt: Instant,
  enteredBy: Type.String(),
  isOver: Type.Boolean({ description: '已过截止日' }),
})
export type EmbargoItem = Static<typeof EmbargoItem>
export const EmbargoItems = Type.Object({ items: Type.Array(EmbargoItem) })
export type EmbargoItems = Static<typeof EmbargoItems>
