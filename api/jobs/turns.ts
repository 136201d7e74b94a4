/** Does one task at a time that changes the data; the others wait in the order they came. */
export class Turns {
  #tail: Promise<unknown> = Promise.resolve()
  #holder: string | null = null

  /** The job whose turn it is. */
  get holder(): string | null {
    return this.#holder
  }

  /** Runs the task once all before it have ended, whatever came of them. */
  take<T>(holder: string, task: () => Promise<T>): Promise<T> {
    const turn = this.#tail.then(async () => {
      this.#holder = holder
      try {
        return await task()
      } finally {
        this.#holder = null
      }
    })
    this.#tail = turn.catch(() => undefined)
    return turn
  }
}
