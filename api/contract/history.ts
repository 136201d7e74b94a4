import { Type, type Static } from 'typebox'
import { Day, Instant, Nullable } from './shape.ts'

/** One step in the life of a record: dated by the record itself, or by when a change was first seen in the source. */
export const HistoryStep = Type.Object({
  at: Instant,
  basis: Type.Unsafe<'stated' | 'seen'>({
    type: 'string',
    enum: ['stated', 'seen'],
    description: 'stated 来源写明的时间；seen 在来件里看到变化的时间',
  }),
  label: Type.String({ description: '发生了什么：提出、交办、签收、答复、内容变化' }),
  changes: Type.Array(
    Type.Object({ label: Type.String(), from: Nullable(Type.String()), to: Nullable(Type.String()) }),
  ),
  file: Nullable(Type.String()),
  row: Nullable(Type.Integer()),
})
export type HistoryStep = Static<typeof HistoryStep>

const Figure = Nullable(Type.Union([Type.Number(), Type.String()]))
const pastFigure = {
  name: Type.String(),
  label: Type.String(),
  unit: Type.String(),
  then: Figure,
  thenMissing: Nullable(Type.String()),
  now: Figure,
}

const AskedDay = Type.String({ format: 'date', description: '哪一天（北京时间）' })

export const PastQuery = Type.Object({ date: AskedDay })

/** The metrics as they stood at the end of a day, beside the present ones. */
export const PastMetrics = Type.Object({
  date: Day,
  items: Type.Array(Type.Object(pastFigure)),
  leftOut: Type.Array(Type.String({ description: '不能回看的指标' })),
  computedAt: Instant,
})
export type PastMetrics = Static<typeof PastMetrics>

const snapshotHead = {
  id: Type.String(),
  name: Type.String({ description: '会议名称或用途' }),
  date: Day,
  actor: Type.String(),
  takenAt: Instant,
}

export const SnapshotRequest = Type.Object({
  name: Type.String({ minLength: 2, maxLength: 60 }),
  date: AskedDay,
})
export type SnapshotRequest = Static<typeof SnapshotRequest>

export const SnapshotHead = Type.Object(snapshotHead)
export type SnapshotHead = Static<typeof SnapshotHead>
export const SnapshotList = Type.Object({ items: Type.Array(SnapshotHead) })
export type SnapshotList = Static<typeof SnapshotList>

/** A named day, frozen: `then` never changes again, whatever comes in later. */
export const Snapshot = Type.Object({ ...snapshotHead, items: Type.Array(Type.Object(pastFigure)) })
export type Snapshot = Static<typeof Snapshot>
