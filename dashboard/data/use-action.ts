import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { ProblemError } from '#ui'

/** Something a person sets off: whether it is under way, and why it was refused. */
export interface Action<Args extends unknown[]> {
  readonly isBusy: Readonly<Ref<boolean>>
  readonly problem: Readonly<ShallowRef<string | null>>
  readonly run: (...args: Args) => Promise<void>
  /** Forgets the last refusal. */
  readonly clear: () => void
}

/** Runs `work` once at a time; a refusal of the server becomes a sentence, anything else is thrown. */
export function useAction<Args extends unknown[]>(work: (...args: Args) => Promise<void>): Action<Args> {
  const isBusy = ref(false)
  const problem = shallowRef<string | null>(null)
  return {
    isBusy,
    problem,
    clear: () => (problem.value = null),
    async run(...args) {
      if (isBusy.value) return
      isBusy.value = true
      problem.value = null
      try {
        await work(...args)
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error
        problem.value = [error.title, error.detail].filter(Boolean).join('：')
      } finally {
        isBusy.value = false
      }
    },
  }
}
