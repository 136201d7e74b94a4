import { randomInt } from 'node:crypto'
import { WallError } from '../errors.ts'

const lifeMs = 5 * 60_000
/** More walls than any office sets up at once; beyond it somebody is playing. */
const maxWaiting = 50

/** A wall that waits for somebody to type its code in. */
export interface WaitingWall {
  readonly code: string
  readonly keyHash: string
  readonly address: string
  readonly expiresAt: Date
}

/**
 * Six-digit codes, five minutes each, in memory only: after a restart a wall shows a new one. The wall holds the key
 * from the start; the code only lets a member of staff make it count, so nothing secret is ever typed or sent twice.
 */
export class PairingDesk {
  readonly #now: () => Date
  readonly #waiting = new Map<string, WaitingWall>()

  constructor(now: () => Date) {
    this.#now = now
  }

  /** The code of a wall that waits; null when it must ask for one. */
  find(keyHash: string): WaitingWall | null {
    this.#forgetOld()
    return [...this.#waiting.values()].find((wall) => wall.keyHash === keyHash) ?? null
  }

  /** A new code for a key. Error: WALL_PAIRING_BUSY. */
  ask(keyHash: string, address: string): WaitingWall {
    this.#forgetOld()
    if (this.#waiting.size >= maxWaiting) throw new WallError('WALL_PAIRING_BUSY')
    let code = newCode()
    while (this.#waiting.has(code)) code = newCode()
    const wall = { code, keyHash, address, expiresAt: new Date(this.#now().getTime() + lifeMs) }
    this.#waiting.set(code, wall)
    return wall
  }

  /** The wall that shows the code. Error: WALL_CODE_INVALID. */
  look(code: string): WaitingWall {
    this.#forgetOld()
    const wall = this.#waiting.get(code)
    if (wall === undefined) throw new WallError('WALL_CODE_INVALID')
    return wall
  }

  /** Uses a code up. Error: WALL_CODE_INVALID. */
  redeem(code: string): WaitingWall {
    const wall = this.look(code)
    this.#waiting.delete(code)
    return wall
  }

  #forgetOld(): void {
    const now = this.#now()
    for (const [code, { expiresAt }] of this.#waiting) if (expiresAt <= now) this.#waiting.delete(code)
  }
}

function newCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0')
}
