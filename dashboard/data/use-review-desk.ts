import { computed, ref, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import type { ClassChoice, ReviewItem, ReviewProgress, ReviewQueue } from '#contract'
import { request } from '#ui'
import { endpoints } from './endpoints.ts'

export type ReviewBucket = 'review' | 'sample' | 'accept'

export interface ReviewDesk {
  readonly queue: ShallowRef<ReviewQueue | null>
  /** The voice to be decided; null when there is none left. */
  readonly current: ComputedRef<ReviewItem | null>
  readonly waiting: ComputedRef<number>
  readonly progress: ShallowRef<readonly ReviewProgress[]>
  readonly choices: ComputedRef<readonly ClassChoice[]>
  /** What was decided last and can be taken back. */
  readonly last: ComputedRef<{ item: ReviewItem; levels: readonly string[] } | null>
  readonly problem: ShallowRef<Error | null>
  readonly isBusy: Ref<boolean>
  decide(levels: readonly string[]): Promise<void>
  undo(): Promise<void>
  skip(): void
  load(): Promise<void>
}

/** With fewer than this left, the next ones are fetched. */
const REFILL = 5

/**
 * One sitting at the review desk: a queue that is worked off, and a way back. A decision shows the next letter at once
 * and is sent behind it, one after another, so that no key is lost while the server answers.
 */
export function useReviewDesk(bucket: Ref<ReviewBucket>): ReviewDesk {
  const queue = shallowRef<ReviewQueue | null>(null)
  const items = shallowRef<readonly ReviewItem[]>([])
  const progress = shallowRef<readonly ReviewProgress[]>([])
  const decided = shallowRef<readonly { item: ReviewItem; levels: readonly string[] }[]>([])
  const handled = new Set<string>()
  const skipped = new Set<string>()
  const { follow, problem, isBusy } = createSequence()

  function load(): Promise<void> {
    return follow(async () => {
      const { path, query } = endpoints.reviewQueue({ bucket: bucket.value, limit: 20 + skipped.size })
      const answer = await request<ReviewQueue>(path, { query })
      queue.value = answer
      progress.value = answer.progress
      items.value = answer.items.filter(({ voiceId }) => !skipped.has(voiceId) && !handled.has(voiceId))
    })
  }

  async function send(id: string, levels: readonly string[] | null): Promise<void> {
    const answer = await request<{ progress: ReviewProgress[] }>(
      endpoints.reviewDecision(id),
      levels === null ? { method: 'DELETE' } : { body: { levels } },
    )
    progress.value = answer.progress
  }

  /** Puts a letter back to the front. */
  function putBack(item: ReviewItem): void {
    handled.delete(item.voiceId)
    decided.value = decided.value.filter((one) => one.item.voiceId !== item.voiceId)
    items.value = [item, ...items.value.filter(({ voiceId }) => voiceId !== item.voiceId)]
  }

  async function decide(levels: readonly string[]): Promise<void> {
    const item = items.value[0]
    if (item === undefined) return
    handled.add(item.voiceId)
    decided.value = [...decided.value, { item, levels }]
    items.value = items.value.slice(1)
    const sent = follow(
      () => send(item.voiceId, levels),
      () => {
        putBack(item)
      },
    )
    await (items.value.length < REFILL ? load() : sent)
  }

  async function undo(): Promise<void> {
    const one = decided.value.at(-1)
    if (one === undefined) return
    putBack(one.item)
    await follow(() => send(one.item.voiceId, null))
  }

  function skip(): void {
    const item = items.value[0]
    if (item === undefined) return
    skipped.add(item.voiceId)
    items.value = items.value.slice(1)
    if (items.value.length < REFILL) void load()
  }

  watch(
    bucket,
    () => {
      // Until the other queue is there, no key may decide a letter of this one.
      items.value = []
      void load()
    },
    { immediate: true },
  )
  const own = computed(() => progress.value.find((one) => one.bucket === bucket.value))
  return {
    queue,
    current: computed(() => items.value[0] ?? null),
    waiting: computed(() => (own.value ? own.value.voices - own.value.decided : 0)),
    progress,
    choices: computed(() => queue.value?.choices ?? []),
    last: computed(() => decided.value.at(-1) ?? null),
    problem,
    isBusy,
    decide,
    undo,
    skip,
    load,
  }
}

/** Requests one after another, with what went wrong last. */
function createSequence() {
  const problem = shallowRef<Error | null>(null)
  const isBusy = ref(false)
  let last: Promise<void> = Promise.resolve()

  /** Does the work after everything before it; `restore` puts things right when it failed. */
  function follow(work: () => Promise<void>, restore: () => void = () => undefined): Promise<void> {
    last = last.then(async () => {
      isBusy.value = true
      try {
        await work()
        problem.value = null
      } catch (error) {
        restore()
        problem.value = error instanceof Error ? error : new Error(String(error))
      } finally {
        isBusy.value = false
      }
    })
    return last
  }
  return { follow, problem, isBusy }
}
