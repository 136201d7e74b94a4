/**
 * Hands values on at most once in `ms`: the first at once, of those that follow in between only the last.
 * @returns the sender, and a function that forgets what is still waiting
 */
export function createFlush<T>(send: (value: T) => void, ms = 1000): { push(value: T): void; stop(): void } {
  let waiting: { value: T } | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  function flush(): void {
    timer = undefined
    if (waiting === null) return
    const { value } = waiting
    waiting = null
    timer = setTimeout(flush, ms)
    send(value)
  }

  return {
    push(value) {
      waiting = { value }
      if (timer === undefined) flush()
    },
    stop() {
      clearTimeout(timer)
      waiting = null
    },
  }
}
