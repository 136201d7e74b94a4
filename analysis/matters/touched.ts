import { WINDOW } from './bucket-windows.ts'
import { comparePositions } from './position.ts'
import type { BucketMember, ChangedVoice, MatterStore } from './store.ts'

/** What changed buckets mean for a later voice of them. */
export interface Touch {
  /** First voices of those buckets that it may not have met yet. */
  readonly gained: Set<string>
  /** Voices it may have met that are no longer among the first, or are not what they were. */
  readonly lost: Set<string>
}

interface BucketChange {
  /** First position at which the bucket's window changed. */
  from: string
  readonly window: readonly BucketMember[]
  readonly displaced: readonly string[]
}

/** Voices after the first change of a bucket's window, that changed not themselves. */
export async function findTouched(
  store: MatterStore,
  changed: readonly ChangedVoice[],
  moved: ReadonlySet<string>,
): Promise<Map<string, Touch>> {
  const changes = await findChanges(store, changed, moved)
  const touched = new Map<string, Touch>()
  for (const { key, id, position } of await store.members([...changes.keys()])) {
    const change = changes.get(key)
    if (!change || moved.has(id) || comparePositions(position, change.from) <= 0) continue
    const touch = touched.get(id) ?? { gained: new Set<string>(), lost: new Set<string>() }
    for (const member of change.window)
      if (comparePositions(member.position, position) < 0) touch.gained.add(member.id)
    for (const one of change.displaced) touch.lost.add(one)
    touched.set(id, touch)
  }
  return touched
}

/** Buckets whose window changed. */
async function findChanges(
  store: MatterStore,
  changed: readonly ChangedVoice[],
  moved: ReadonlySet<string>,
): Promise<Map<number, BucketChange>> {
  const entries = changed.flatMap((voice) => [
    ...voice.keys.map((key) => ({ key, position: voice.position, isOld: false })),
    ...voice.oldKeys.map((key) => ({ key, position: voice.oldPosition, isOld: true })),
  ])
  const members = groupByKey(await store.windows([...new Set(entries.map(({ key }) => key))], moved))
  const changes = new Map<number, BucketChange>()
  const shifted = new Set<number>()
  for (const { key, position, isOld } of entries) {
    const stayed = (members.get(key) ?? []).filter((member) => !moved.has(member.id))
    if (position === null || isBeyond(stayed, position)) continue
    if (isOld) shifted.add(key)
    const from = changes.get(key)?.from
    if (from !== undefined && comparePositions(from, position) <= 0) continue
    changes.set(key, { from: position, window: [], displaced: [] })
  }
  for (const [key, { from }] of changes)
    changes.set(key, describe(from, members.get(key) ?? [], moved, shifted.has(key)))
  return changes
}

/** Whether enough unmoved voices come before, so that the window never held this position. */
function isBeyond(stayed: readonly BucketMember[], position: string): boolean {
  const last = stayed[WINDOW - 1]
  return last !== undefined && comparePositions(last.position, position) < 0
}

/** @param shifted a voice left the bucket, so that others may have come into its window */
function describe(
  from: string,
  members: readonly BucketMember[],
  moved: ReadonlySet<string>,
  shifted: boolean,
): BucketChange {
  const window = members.slice(0, WINDOW)
  const stayed = members.filter((member) => !moved.has(member.id)).slice(0, WINDOW)
  const inside = new Set(window.map((member) => member.id))
  return {
    from,
    window: shifted ? window : window.filter((member) => moved.has(member.id)),
    displaced: stayed.filter((member) => !inside.has(member.id)).map((member) => member.id),
  }
}

/** Members of each bucket, in the order given. */
export function groupByKey(members: readonly BucketMember[]): Map<number, BucketMember[]> {
  const groups = new Map<number, BucketMember[]>()
  for (const member of members) {
    const group = groups.get(member.key)
    if (group) group.push(member)
    else groups.set(member.key, [member])
  }
  return groups
}
