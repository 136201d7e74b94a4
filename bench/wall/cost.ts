import type { DrivenServer } from './driven-server.ts'
import type { Moved } from './protocol.ts'
import type { WallPage } from './wall-page.ts'

/** Of the main thread, in its own time, ms for each update. */
export interface Cost {
  readonly task: number
  readonly script: number
}

/** A wall flushes at most once a second. */
const paceMs = 1150
const warmUps = 3
let step = 0

/**
 * Sends updates at the pace a wall takes them and reads the main thread's counters before and after; nothing asks the
 * page anything in between. What the page costs while nothing comes is measured first and taken off.
 */
export async function measureCost(
  server: DrivenServer,
  page: WallPage,
  what: Moved,
  updates: number,
): Promise<Cost> {
  server.order({ do: 'move', what })
  const send = async (times: number) => {
    for (let n = 0; n < times; n += 1) {
      server.order({ do: 'step', step: (step += 1) })
      await page.page.waitForTimeout(paceMs)
    }
  }
  await send(warmUps)
  const idle = await spent(page, () => page.page.waitForTimeout(paceMs * 3))
  const busy = await spent(page, () => send(updates))
  if (busy.patches === 0) throw new Error('no update reached the page')
  const per = (name: 'task' | 'script') =>
    ((busy[name] - (idle[name] / idle.seconds) * busy.seconds) / busy.patches) * 1000
  return { task: per('task'), script: per('script') }
}

async function spent(page: WallPage, work: () => Promise<void>) {
  const before = await read(page)
  await work()
  const after = await read(page)
  return {
    task: after.task - before.task,
    script: after.script - before.script,
    patches: after.patches - before.patches,
    seconds: after.at - before.at,
  }
}

async function read(page: WallPage) {
  const patches = Number(await page.page.evaluate('window.__patches'))
  const { TaskDuration: task = 0, ScriptDuration: script = 0 } = await page.metrics()
  return { patches, task, script, at: performance.now() / 1000 }
}
