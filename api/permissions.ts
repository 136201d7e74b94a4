import type { Permission, Role } from './contract/index.ts'

/** What a route may ask for: a permission, nothing (`public`), or the local command line's own token (`local`). */
export type RoutePermission = Permission | 'public' | 'local'

export const roleLabels: Readonly<Record<Role, string>> = {
  leader: '常委会领导',
  research: '研究室',
  supervision: '预算监督',
  data: '数据专员',
  admin: '系统管理员',
  screen: '大屏',
}

const everyone: readonly Permission[] = ['session:own', 'events:read', 'screen:read', 'methods:read']
const staff: readonly Permission[] = [
  ...everyone,
  'overview:read',
  'metrics:read',
  'topics:read',
  'voices:read',
  'budget:read',
  'ingest:read',
  'lineage:read',
]

/** Those who check the classes of voices and have the model learn from it. */
const reviewing: readonly Permission[] = ['review:read', 'review:write']

/** Warnings of danger to people; never on a wall, and not for those who keep the system or the data. */
const risks: readonly Permission[] = ['risks:read', 'risks:handle']

/** Turning the pages of a wall from a staff page or a phone; presenters do it. */
const presenting: readonly Permission[] = ['wall:navigate', 'wall:control']

/** What a paired wall may do with its key: read what is shown, and turn its own pages. */
const devicePermissions: ReadonlySet<Permission> = new Set<Permission>(['screen:read', 'wall:navigate'])

/**
 * The whole permission table. Sealed originals are for the two offices that answer for a text; refused rows are
 * unmasked and stay with those who repair them; the administrator keeps the system and reads no originals and no
 * cases. Supervision works the cases and
 * proposes changes of thresholds, the leadership approves: nobody holds both.
 */
const grants: Readonly<Record<Role, ReadonlySet<Permission>>> = {
  leader: new Set<Permission>([
    ...staff,
    ...risks,
    'findings:read',
    'cases:read',
    'cases:files',
    'letters:approve',
    'thresholds:approve',
    ...presenting,
    'wall:embargo',
  ]),
  research: new Set<Permission>([
    ...staff,
    ...risks,
    ...reviewing,
    'names:decide',
    'sealed:open',
    'snapshots:take',
    ...presenting,
    'wall:edit',
    'wall:embargo',
  ]),
  supervision: new Set<Permission>([
    ...staff,
    ...risks,
    'findings:read',
    'sealed:open',
    'cases:read',
    'cases:files',
    'disclosures:upload',
    'cases:work',
    'thresholds:propose',
    'snapshots:take',
  ]),
  data: new Set<Permission>([
    ...staff,
    ...reviewing,
    'names:decide',
    'snapshots:take',
    'quarantine:read',
    'quarantine:repair',
    'loads:change',
    'ingest:upload',
    'ingest:download',
    'sources:write',
    'jobs:read',
  ]),
  admin: new Set<Permission>([
    ...staff,
    ...reviewing,
    'findings:read',
    'disclosures:upload',
    'ingest:upload',
    'sources:write',
    'jobs:read',
    ...presenting,
    'wall:devices',
    'wall:edit',
  ]),
  screen: new Set<Permission>([...everyone, 'wall:navigate']),
}

/** True when the role holds the permission; anything not granted is denied. */
export function isAllowed(role: Role, permission: Permission): boolean {
  return grants[role].has(permission)
}

/** True when a paired wall's own key is enough. */
export function isOpenToWalls(permission: Permission): boolean {
  return devicePermissions.has(permission)
}

/** The role's permissions in a stable order, for the pages to decide what to offer. */
export function permissionsOf(role: Role): Permission[] {
  return [...grants[role]].sort()
}

export const roles = Object.keys(roleLabels) as Role[]
