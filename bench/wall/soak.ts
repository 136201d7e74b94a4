import type { DrivenServer } from './driven-server.ts'
import type { Ready } from './protocol.ts'
import { fitSlope, type Slope } from './slope.ts'
import type { Census, WallPage } from './wall-page.ts'

export interface SoakPlan {
  readonly updates: number
  readonly restarts: number
  readonly cuts: number
  /** How often to count; each time costs a second or two. */
  readonly samples: number
  /** Stop early after this many ms, with what was done by then. */
  readonly limitMs: number
}

export interface SoakResult {
  readonly updates: number
  readonly restarts: number
  readonly cuts: number
  /** Updates that never reached the wall. */
  readonly dropped: number
  readonly reconnects: number
  readonly seconds: number
  readonly first: Census
  readonly last: Census
  /** Of the heap after a forced collection, after warm-up, bytes for each 1,000 updates. */
  readonly heap: Slope
  /** The same of the number of live objects. */
  readonly objects: Slope
  readonly samples: readonly Census[]
  readonly problems: readonly string[]
}

const updatesPerScene = 20
/** The first quarter is warm-up: compiled code, caches, fonts. */
const warmUp = 0.25

/**
 * Sends updates to a wall as fast as it draws them, kills the server and cuts the network on the way, and counts what
 * the page holds. Samples are taken on one and the same scene.
 */
export async function soak(
  server: DrivenServer,
  wall: WallPage,
  scenes: Ready['scenes'],
  plan: SoakPlan,
): Promise<SoakResult> {
  const start = performance.now()
  const samples: { step: number; census: Census }[] = []
  const done = { updates: 0, restarts: 0, cuts: 0, dropped: 0 }
  const every = (times: number) => (times === 0 ? Infinity : Math.max(1, Math.floor(plan.updates / times)))
  const sampleEvery = Math.max(1, Math.floor(plan.updates / plan.samples))

  for (let step = 1; step <= plan.updates && performance.now() - start < plan.limitMs; step += 1) {
    const isSample = step % sampleEvery === 0 || step === 1
    const scene = isSample ? 0 : Math.floor(step / updatesPerScene) % scenes.length
    if (step % every(plan.restarts) === 0) {
      await server.kill()
      await server.start()
      done.restarts += 1
    }
    const isCut = step % every(plan.cuts) === Math.floor(every(plan.cuts) / 2)
    if (isCut) await wall.setNetwork(false)
    server.order({ do: 'show', scene })
    server.order({ do: 'step', step })
    if (isCut) {
      await wall.page.waitForTimeout(1000)
      await wall.setNetwork(true)
      done.cuts += 1
    }
    if (!(await wall.shows(step))) done.dropped += 1
    done.updates = step
    if (isSample) samples.push({ step, census: await wall.census() })
  }
  return summarise(wall, done, samples, (performance.now() - start) / 1000)
}

function summarise(
  wall: WallPage,
  done: Pick<SoakResult, 'updates' | 'restarts' | 'cuts' | 'dropped'>,
  samples: readonly { step: number; census: Census }[],
  seconds: number,
): SoakResult {
  const warm = samples.slice(Math.ceil(samples.length * warmUp))
  const [first, last] = [warm[0]?.census, warm.at(-1)?.census]
  if (first === undefined || last === undefined) throw new Error('the run was too short to count anything')
  const slopeOf = (count: (census: Census) => number): Slope =>
    fitSlope(warm.map(({ step, census }) => [step / 1000, count(census)]))
  return {
    ...done,
    reconnects: last.streams - 1,
    seconds,
    first,
    last,
    heap: slopeOf(({ heapBytes }) => heapBytes),
    objects: slopeOf(({ objects }) => objects),
    samples: samples.map(({ census }) => census),
    problems: wall.problems,
  }
}
