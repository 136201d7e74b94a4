import { Type, type Static } from 'typebox'
import { JobLoad } from './jobs.ts'
import { Day, Instant, Nullable } from './shape.ts'

const id = Type.String({ minLength: 1, maxLength: 120 })
const LoadId = Type.String({ minLength: 1, maxLength: 80 })
const text = Type.String({ maxLength: 32_767 })
const header = Type.String({ minLength: 1, maxLength: 400 })
const day = (description: string) => Type.Optional(Type.String({ format: 'date', description }))

/** Which loads to run again: by kind, source, day of loading or day of the data. */
export const LoadSelectionQuery = Type.Object({
  kind: Type.Optional(Type.String({ maxLength: 40 })),
  source: Type.Optional(Type.String({ maxLength: 200 })),
  loadedFrom: day('载入日期起（含）'),
  loadedTo: day('载入日期止（含）'),
  dataFrom: day('数据日期起（含）'),
  dataTo: day('数据日期止（含）'),
})
export type LoadSelectionQuery = Static<typeof LoadSelectionQuery>

export const LoadChoice = Type.Object({
  loadId: Type.String(),
  kind: Type.String(),
  kindLabel: Type.String(),
  source: Type.String(),
  fileName: Type.String(),
  rows: Type.Integer(),
  startedAt: Nullable(Instant),
  dataFrom: Nullable(Day),
  dataTo: Nullable(Day),
})
export type LoadChoice = Static<typeof LoadChoice>

export const LoadSelection = Type.Object({ items: Type.Array(LoadChoice) })
export type LoadSelection = Static<typeof LoadSelection>

export const LoadChangeRequest = Type.Object({
  action: Type.Union([Type.Literal('withdraw'), Type.Literal('restore'), Type.Literal('rerun')], {
    description: 'withdraw 撤回、restore 恢复、rerun 按现在的规则重跑',
  }),
  loadIds: Type.Array(LoadId, { minItems: 1, maxItems: 1000 }),
  reason: Type.Optional(Type.String({ maxLength: 400, description: '理由；撤回时必填' })),
})
export type LoadChangeRequest = Static<typeof LoadChangeRequest>

const Figure = Nullable(Type.Union([Type.Number(), Type.String()]))

/** What a change would do; nothing has happened yet. */
export const LoadChangePreview = Type.Object({
  withdrawn: Type.Array(
    Type.Object({
      loadId: Type.String(),
      fileName: Type.String(),
      kindLabel: Type.String(),
      removed: Type.Integer({ description: '离开库的行' }),
      kept: Type.Integer({ description: '后来的批次也带来、改记在它们名下的行' }),
      quarantined: Type.Integer(),
      replays: Type.Integer({ description: '一同撤回的重放' }),
    }),
  ),
  loads: Type.Array(JobLoad),
  marts: Type.Array(Type.Object({ mart: Type.String(), before: Type.Integer(), after: Type.Integer() })),
  metrics: Type.Array(
    Type.Object({
      name: Type.String(),
      label: Type.String(),
      unit: Type.String(),
      before: Figure,
      after: Figure,
    }),
  ),
  warnings: Type.Array(Type.String()),
})
export type LoadChangePreview = Static<typeof LoadChangePreview>

/** Typed totals (rows, sums in 元 by column) or an explanation of the difference. */
export const LoadSettlement = Type.Object({
  rows: Type.Optional(Type.Integer({ minimum: 0 })),
  sums: Type.Optional(Type.Record(Type.String({ maxLength: 100 }), Type.String({ maxLength: 40 }))),
  explanation: Type.Optional(Type.String({ minLength: 2, maxLength: 400 })),
})
export type LoadSettlement = Static<typeof LoadSettlement>

export const LoadSettled = Type.Object({ reconciled: Nullable(Type.String()) })
export type LoadSettled = Static<typeof LoadSettled>

export const QuarantineGroupsQuery = Type.Object({
  load: Type.Optional(LoadId),
  kind: Type.Optional(Type.String({ maxLength: 40 })),
})
export type QuarantineGroupsQuery = Static<typeof QuarantineGroupsQuery>

/** Refused rows of one load that fail for the same reason in the same column. */
export const QuarantineGroup = Type.Object({
  loadId: Type.String(),
  kind: Type.String(),
  kindLabel: Type.String(),
  fileName: Type.String(),
  reason: Type.String(),
  column: Nullable(Type.String({ description: '规范列名，用于筛选' })),
  columnLabel: Nullable(Type.String()),
  open: Type.Integer({ description: '待处理行' }),
  repaired: Type.Integer({ description: '其中已改、尚未重放的行' }),
  aside: Type.Integer({ description: '已搁置行' }),
  message: Type.String({ description: '其中一条的说明' }),
  lastAt: Instant,
})
export type QuarantineGroup = Static<typeof QuarantineGroup>

export const QuarantineGroups = Type.Object({ items: Type.Array(QuarantineGroup) })
export type QuarantineGroups = Static<typeof QuarantineGroups>

export const QuarantineRepairs = Type.Object({
  edits: Type.Array(
    Type.Object({
      id,
      header,
      from: Type.Optional(Type.String({ description: '看到的原文；已被别人改过的不存' })),
      text: Nullable(text),
    }),
    { minItems: 1, maxItems: 2000 },
  ),
})
export type QuarantineRepairs = Static<typeof QuarantineRepairs>

const group = {
  load: LoadId,
  reason: Type.String({ minLength: 1, maxLength: 60 }),
  column: Nullable(Type.String({ maxLength: 60 })),
}

/** The same correction in every open row of a group whose cell reads the same. */
export const QuarantineReplacement = Type.Object({ ...group, header, from: text, to: text })
export type QuarantineReplacement = Static<typeof QuarantineReplacement>

export const QuarantineDecision = Type.Object({
  ids: Type.Array(id, { minItems: 1, maxItems: 10_000 }),
  action: Type.Union([Type.Literal('set_aside'), Type.Literal('reopen')]),
  reason: Type.Optional(Type.String({ maxLength: 400 })),
})
export type QuarantineDecision = Static<typeof QuarantineDecision>

/** One or some rows (`ids`), a group (`load`, `reason`, `column`) or all open rows of a load. */
export const QuarantineReplay = Type.Object({
  load: LoadId,
  ids: Type.Optional(Type.Array(id, { minItems: 1, maxItems: 10_000 })),
  reason: Type.Optional(Type.String({ maxLength: 60 })),
  column: Type.Optional(Type.String({ maxLength: 60 })),
  repairs: Type.Optional(
    Type.Integer({ minimum: 0, description: '看到的修改次数；此后又有人改过的不重放，先核对' }),
  ),
})
export type QuarantineReplay = Static<typeof QuarantineReplay>
