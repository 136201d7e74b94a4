import { shanghaiDay } from '#calendar'
import type { Scene } from '#contract'
import { embargoTest, type BarredTest, type EmbargoEntry } from './embargo.ts'
import { looksPersonal } from './personal.ts'
import { clearedScenes } from './scenes.ts'

export { type BarredTest, type EmbargoEntry, type EmbargoScope } from './embargo.ts'
export { holdsBarred, withhold } from './withhold.ts'

/** What may not reach a wall now: embargoed things and anything that looks like personal data. */
export function barredTest(embargo: readonly EmbargoEntry[], now: Date): BarredTest {
  const isEmbargoed = embargoTest(embargo, shanghaiDay(now))
  return (text) => isEmbargoed(text) || looksPersonal(text)
}

/** The scenes as they may leave for a wall now. */
export function scenesForWall(
  scenes: readonly Scene[],
  embargo: readonly EmbargoEntry[],
  now: Date,
): Scene[] {
  return clearedScenes(scenes, barredTest(embargo, now))
}
