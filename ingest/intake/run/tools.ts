import { randomInt } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'

/** What a pull needs of the world; tests give their own clock, patience and chance. */
export interface PullTools {
  readonly now: () => Date
  /** The value of an environment variable named in a source file. */
  readonly secret: (name: string) => string | undefined
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>
  /** 0 ≤ x < 1, for the jitter of retries. */
  readonly random: () => number
}

export function createTools(parts: Pick<PullTools, 'now' | 'secret'>): PullTools {
  return {
    ...parts,
    sleep: async (ms, signal) => {
      await delay(ms, undefined, signal ? { signal } : {})
    },
    random: () => randomInt(2 ** 32) / 2 ** 32,
  }
}
