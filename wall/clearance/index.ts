import { shanghaiDay } from '#calendar'
import { embargoTest, type BarredTest, type EmbargoEntry } from './embargo.ts'
import { looksPersonal } from './personal.ts'

export { type BarredTest, type EmbargoEntry, type EmbargoScope } from './embargo.ts'
export { holdsBarred, withhold } from './withhold.ts'

/** What may not reach a wall now: embargoed things and anything that looks like personal data. */
export function barredTest(embargo: readonly EmbargoEntry[], now: Date): BarredTest {
  const isEmbargoed = embargoTest(embargo, shanghaiDay(now))
  return (text) => isEmbargoed(text) || looksPersonal(text)
}
