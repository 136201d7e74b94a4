const windowMs = 15 * 60 * 1000
const maxFailures = 5
/** More names than any office has; beyond it the oldest are forgotten, so that memory stays bounded. */
const maxNames = 10_000

/** Counts failed sign-ins by name, known or not, and blocks a name for a while after five. */
export class FailedAttempts {
  readonly #now: () => Date
  readonly #failures = new Map<string, { count: number; since: number }>()

  constructor(now: () => Date) {
    this.#now = now
  }

  isBlocked(name: string): boolean {
    const failure = this.#failures.get(name)
    if (failure === undefined) return false
    if (this.#now().getTime() - failure.since < windowMs) return failure.count >= maxFailures
    this.#failures.delete(name)
    return false
  }

  fail(name: string): void {
    const failure = this.#failures.get(name)
    this.#failures.set(name, { count: (failure?.count ?? 0) + 1, since: this.#now().getTime() })
    if (this.#failures.size <= maxNames) return
    const [oldest] = this.#failures.keys()
    if (oldest !== undefined) this.#failures.delete(oldest)
  }

  succeed(name: string): void {
    this.#failures.delete(name)
  }
}
