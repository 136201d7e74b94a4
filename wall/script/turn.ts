/** One scene and how long it stands. */
export interface Slot {
  readonly scene: string
  readonly seconds: number
}

/** Where a rotation stands: the scene shown, what is left of it, and the slot it counts as. */
export interface Turn {
  readonly slots: readonly Slot[]
  readonly index: number
  readonly scene: string
  readonly leftMs: number
}

/** A scene somebody went to that is not in the rotation stands this long. */
const visitSeconds = 30

/** The first slot, just begun. `slots` holds at least one. */
export function beginTurn(slots: readonly Slot[]): Turn {
  return turnAt(slots, 0)
}

/** Moves on by a stretch of time; whole rounds are skipped, so that a long stretch costs no more than a short one. */
export function advance(turn: Turn, ms: number): Turn {
  if (ms < turn.leftMs) return { ...turn, leftMs: turn.leftMs - ms }
  const round = turn.slots.reduce((sum, slot) => sum + slot.seconds * 1000, 0)
  let rest = (ms - turn.leftMs) % round
  let next = step(turn, 1)
  while (rest >= next.leftMs) {
    rest -= next.leftMs
    next = step(next, 1)
  }
  return { ...next, leftMs: next.leftMs - rest }
}

/** The slot `by` places on, from its beginning. */
export function step(turn: Turn, by: number): Turn {
  const count = turn.slots.length
  return turnAt(turn.slots, (((turn.index + by) % count) + count) % count)
}

/** Goes to a scene: to its next place in the rotation, or on a visit after which the rotation goes on. */
export function visit(turn: Turn, scene: string): Turn {
  for (let by = 0; by < turn.slots.length; by += 1) {
    const found = step(turn, by)
    if (found.scene === scene) return found
  }
  return { ...turn, scene, leftMs: visitSeconds * 1000 }
}

/** The same moment under another rotation: nothing changes when the slots are alike, otherwise it begins anew. */
export function reslot(turn: Turn, slots: readonly Slot[]): Turn {
  const isSame =
    slots.length === turn.slots.length &&
    slots.every(({ scene, seconds }, index) => {
      const old = turn.slots[index]
      return old?.scene === scene && old.seconds === seconds
    })
  return isSame ? turn : beginTurn(slots)
}

/** Whether time alone would ever show another scene. */
export function isStill(turn: Turn): boolean {
  return turn.slots.every(({ scene }) => scene === turn.scene)
}

function turnAt(slots: readonly Slot[], index: number): Turn {
  const slot = slots[index]
  if (slot === undefined) throw new RangeError('a rotation needs at least one scene')
  return { slots, index, scene: slot.scene, leftMs: slot.seconds * 1000 }
}
