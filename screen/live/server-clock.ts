const keptSamples = 20
const jumpMs = 2000

/**
 * The server's clock from what it says of the time. Its instants are cut to seconds and come late by the way they
 * took, and both only make them smaller: so the largest of the last differences is the nearest to the truth. A
 * difference far from the others means that a clock was set, and starts anew.
 */
export class ServerClock {
  #differences: number[] = []

  /** @param local the browser's clock when the instant arrived, ms since the epoch */
  hear(instant: string, local: number): void {
    const difference = Date.parse(instant) - local
    const isJump = this.#differences.length > 0 && Math.abs(difference - this.offset) > jumpMs
    this.#differences = isJump ? [difference] : [...this.#differences, difference].slice(-keptSamples)
  }

  /** Server minus browser, in ms; 0 while nothing was heard. */
  get offset(): number {
    return this.#differences.length === 0 ? 0 : Math.max(...this.#differences)
  }
}
