import { Type, type Static } from 'typebox'
import { Instant } from './shape.ts'

/** `screen` is the wall's own read-only role: aggregates only, no page of the staff site. */
export const Role = Type.Union([
  Type.Literal('leader'),
  Type.Literal('research'),
  Type.Literal('supervision'),
  Type.Literal('data'),
  Type.Literal('admin'),
  Type.Literal('screen'),
])
export type Role = Static<typeof Role>

export const Permission = Type.Union([
  Type.Literal('session:own'),
  Type.Literal('overview:read'),
  Type.Literal('metrics:read'),
  Type.Literal('topics:read'),
  Type.Literal('voices:read'),
  Type.Literal('risks:read'),
  Type.Literal('risks:handle'),
  Type.Literal('methods:read'),
  Type.Literal('names:decide'),
  Type.Literal('sealed:open'),
  Type.Literal('budget:read'),
  Type.Literal('findings:read'),
  Type.Literal('disclosures:upload'),
  Type.Literal('cases:read'),
  Type.Literal('cases:work'),
  Type.Literal('cases:files'),
  Type.Literal('letters:approve'),
  Type.Literal('thresholds:propose'),
  Type.Literal('thresholds:approve'),
  Type.Literal('ingest:read'),
  Type.Literal('quarantine:read'),
  Type.Literal('quarantine:repair'),
  Type.Literal('loads:change'),
  Type.Literal('ingest:upload'),
  Type.Literal('ingest:download'),
  Type.Literal('sources:write'),
  Type.Literal('jobs:read'),
  Type.Literal('lineage:read'),
  Type.Literal('review:read'),
  Type.Literal('review:write'),
  Type.Literal('snapshots:take'),
  Type.Literal('screen:read'),
  Type.Literal('wall:navigate'),
  Type.Literal('wall:control'),
  Type.Literal('wall:devices'),
  Type.Literal('wall:edit'),
  Type.Literal('wall:embargo'),
  Type.Literal('events:read'),
])
export type Permission = Static<typeof Permission>

/** Who is signed in and what the pages may offer them. */
export const Session = Type.Object({
  name: Type.String(),
  displayName: Type.String(),
  role: Role,
  roleLabel: Type.String({ description: '角色中文名' }),
  permissions: Type.Array(Permission),
  expiresAt: Instant,
})
export type Session = Static<typeof Session>

export const SignInRequest = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 64 }),
  password: Type.String({ minLength: 1, maxLength: 256 }),
})
export type SignInRequest = Static<typeof SignInRequest>

export const LinkRequest = Type.Object({ token: Type.String({ minLength: 16, maxLength: 128 }) })
export type LinkRequest = Static<typeof LinkRequest>
