import { computed, type ComputedRef } from 'vue'
import { useAttempt } from './use-attempt.ts'

/** Something a person sets off: whether it is under way, and why it was refused. */
export interface Action<Args extends unknown[]> {
  readonly isBusy: ComputedRef<boolean>
  readonly problem: ComputedRef<string | null>
  readonly run: (...args: Args) => Promise<void>
  /** Forgets the last refusal. */
  readonly clear: () => void
}

/** Runs `work` once at a time; a refusal of the server becomes a sentence, anything else is thrown. */
export function useAction<Args extends unknown[]>(work: (...args: Args) => Promise<void>): Action<Args> {
  const { busy, problem, attempt } = useAttempt<true>()
  return {
    isBusy: computed(() => busy.value !== null),
    problem: computed(() => {
      const refused = problem.value
      return refused && [refused.title, refused.detail].filter(Boolean).join('：')
    }),
    clear: () => (problem.value = null),
    async run(...args) {
      if (busy.value === null) await attempt(true, () => work(...args))
    },
  }
}
