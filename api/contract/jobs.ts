import { Type, type Static } from 'typebox'
import { Instant, Nullable, Page } from './shape.ts'

export const JobState = Type.Union([
  Type.Literal('queued'),
  Type.Literal('running'),
  Type.Literal('done'),
  Type.Literal('failed'),
])
export type JobState = Static<typeof JobState>

export const JobLoad = Type.Object({
  file: Type.String(),
  kind: Type.String(),
  rows: Type.Integer(),
  accepted: Type.Integer(),
  quarantined: Type.Integer(),
  unchanged: Type.Integer(),
  loadId: Type.String(),
  reconciled: Nullable(
    Type.String({ description: 'balanced 对平、unbalanced 未对平、explained 差异已说明' }),
  ),
  warnings: Type.Array(Type.String()),
})
export type JobLoad = Static<typeof JobLoad>

const JobFileError = Type.Object({ file: Type.String(), code: Type.String(), message: Type.String() })

/** An upload on its way: read → rebuild → analyse. `errors` name the files that were refused and why. */
export const Job = Type.Object({
  id: Type.String(),
  state: JobState,
  stage: Nullable(Type.String({ description: '正在进行的步骤；排队的：在等什么' })),
  files: Type.Array(Type.String()),
  kind: Nullable(Type.String({ description: '上传时指定的类别；空：按表头辨认，或不是上传' })),
  actor: Type.String(),
  createdAt: Instant,
  startedAt: Nullable(Instant),
  finishedAt: Nullable(Instant),
  rowsRead: Type.Integer(),
  loads: Type.Array(JobLoad),
  errors: Type.Array(JobFileError),
  notes: Type.Array(Type.Object({ text: Type.String(), balanced: Type.Boolean() })),
  failure: Nullable(Type.Object({ code: Type.String(), message: Type.String() })),
})
export type Job = Static<typeof Job>

export const JobList = Page(Job)
export type JobList = Static<typeof JobList>

export const JobAccepted = Type.Object({ jobId: Type.String(), files: Type.Array(Type.String()) })
export type JobAccepted = Static<typeof JobAccepted>
