import type { BudgetInput, BudgetOutcome } from './workers/budget.ts'
import type { PackedFacts } from './packed-answers.ts'
import { workerPool } from './worker-pool.ts'

/**
 * The rules on a thread of their own, which types the facts while the store is still asked for candidates. The thread
 * ends with `close`, or as soon as the signal fires.
 */
export class BudgetJudge {
  readonly #pool = workerPool('budget', 1, { resourceLimits: { maxYoungGenerationSizeMb: 96 } })
  readonly #signal: { signal?: AbortSignal }
  readonly #facts: Promise<unknown>

  constructor(facts: PackedFacts, signal?: AbortSignal) {
    this.#signal = signal === undefined ? {} : { signal }
    this.#facts = this.#pool.run(facts, { name: 'takeFacts', ...this.#signal })
    // Whoever asks for the judgement is told; a check that fails before that has an error of its own.
    this.#facts.catch(() => undefined)
  }

  /** @throws AbortError as soon as the signal fires */
  async judge(input: BudgetInput): Promise<BudgetOutcome> {
    await this.#facts
    return (await this.#pool.run(input, this.#signal)) as BudgetOutcome
  }

  async close(): Promise<void> {
    await this.#pool.destroy()
  }
}
