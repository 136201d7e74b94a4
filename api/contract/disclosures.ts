import { Type, type Static } from 'typebox'
import { Job } from './jobs.ts'
import { Instant, Nullable, stamp } from './shape.ts'

/** A published file that was taken in; `waiting` until the check has read it. */
export const DisclosureFile = Type.Object({
  document: Type.String({ description: '文件指纹' }),
  loadId: Type.String(),
  fileName: Type.String(),
  loadedAt: Instant,
  pages: Type.Integer(),
  state: Type.Union([Type.Literal('waiting'), Type.Literal('standing'), Type.Literal('superseded')], {
    description: '等待核对、现行、已被后来的文件取代',
  }),
  unitCode: Nullable(Type.String()),
  unitName: Nullable(Type.String()),
  fiscalYear: Nullable(Type.Integer({ description: '文件里看不出年度时为空，此时不报疑点' })),
  tables: Nullable(Type.Integer({ description: '认出的决算表张数' })),
  issues: Nullable(Type.Integer({ description: '不相符的处数' })),
  findings: Type.Integer({ description: '由它报出的疑点' }),
})
export type DisclosureFile = Static<typeof DisclosureFile>

export const DisclosureList = Type.Object({ items: Type.Array(DisclosureFile), ...stamp })
export type DisclosureList = Static<typeof DisclosureList>

/** One place where a file contradicts itself. */
export const DisclosureIssue = Type.Object({
  check: Type.String({ description: '核对项' }),
  place: Type.String({ description: '页或工作表' }),
  row: Type.Integer({ description: '页内第几行' }),
  text: Type.String(),
  findingId: Nullable(Type.String()),
})
export type DisclosureIssue = Static<typeof DisclosureIssue>

export const DisclosureDetail = Type.Object({
  ...DisclosureFile.properties,
  items: Type.Array(DisclosureIssue),
})
export type DisclosureDetail = Static<typeof DisclosureDetail>

/** How far an upload of this page is. */
export const DisclosureJob = Type.Pick(Job, ['id', 'state', 'stage', 'loads', 'errors', 'failure'])
export type DisclosureJob = Static<typeof DisclosureJob>
