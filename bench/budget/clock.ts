import { processorSeconds } from '../process-use.ts'

/** Seconds on the wall, and of all processors together: the second hardly moves with what else the machine does. */
export interface Spent {
  readonly wall: number
  readonly processor: number
}

export class Clock {
  private started = performance.now()
  private used = processorSeconds()

  /** What was spent since the last call, on top of what is given. */
  lap(before: Spent = { wall: 0, processor: 0 }): Spent {
    const spent = {
      wall: before.wall + (performance.now() - this.started) / 1000,
      processor: before.processor + processorSeconds() - this.used,
    }
    this.started = performance.now()
    this.used = processorSeconds()
    return spent
  }
}

export function sumOf(...parts: readonly Spent[]): Spent {
  return {
    wall: parts.reduce((sum, { wall }) => sum + wall, 0),
    processor: parts.reduce((sum, { processor }) => sum + processor, 0),
  }
}
