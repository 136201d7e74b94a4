import { shallowRef, type ShallowRef } from 'vue'
import { ProblemError } from '#ui'

export interface Attempts<Step> {
  /** The step that is under way, or null. */
  readonly busy: Readonly<ShallowRef<Step | null>>
  /** Why the server refused the last step. */
  readonly problem: ShallowRef<ProblemError | null>
  /** Does the work; null when the server refused it. Anything but a refusal is thrown. */
  readonly attempt: <T>(step: Step, work: () => Promise<T>) => Promise<T | null>
}

/** What a person sets off at a page: which step is under way, and why the last one was refused. */
export function useAttempt<Step>(): Attempts<Step> {
  const busy = shallowRef<Step | null>(null)
  const problem = shallowRef<ProblemError | null>(null)
  return {
    busy,
    problem,
    async attempt(step, work) {
      busy.value = step
      problem.value = null
      try {
        return await work()
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error
        problem.value = error
        return null
      } finally {
        busy.value = null
      }
    },
  }
}
