import { computed, ref, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import type { ClassChoice, ReviewItem, ReviewProgress, ReviewQueue } from '#contract'
import { ProblemError, request } from '#ui'
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
const REFILL = 4

/** One sitting at the review desk: a queue that is worked off, and a way back. */
export function useReviewDesk(bucket: Ref<ReviewBucket>): ReviewDesk {
  const queue = shallowRef<ReviewQueue | null>(null)
  const items = shallowRef<readonly ReviewItem[]>([])
  const progress = shallowRef<readonly ReviewProgress[]>([])
  const decided = shallowRef<readonly { item: ReviewItem; levels: readonly string[] }[]>([])
  const skipped = new Set<string>()
  const problem = shallowRef<Error | null>(null)
  const isBusy = ref(false)

  async function load(): Promise<void> {
    const { path, query } = endpoints.reviewQueue({ bucket: bucket.value, limit: 20 + skipped.size })
    await attempt(async () => {
      const answer = await request<ReviewQueue>(path, { query })
      queue.value = answer
      progress.value = answer.progress
      items.value = answer.items.filter(({ voiceId }) => !skipped.has(voiceId))
    })
  }

  async function attempt(work: () => Promise<void>): Promise<void> {
    isBusy.value = true
    problem.value = null
    try {
      await work()
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      problem.value = error
    } finally {
      isBusy.value = false
    }
  }

  async function send(id: string, levels: readonly string[] | null): Promise<void> {
    const address = endpoints.reviewDecision(id)
    const answer = await request<{ progress: ReviewProgress[] }>(
      address,
      levels === null ? { method: 'DELETE' } : { body: { levels } },
    )
    progress.value = answer.progress
  }

  async function decide(levels: readonly string[]): Promise<void> {
    const item = items.value[0]
    if (item === undefined || isBusy.value) return
    await attempt(async () => {
      await send(item.voiceId, levels)
      decided.value = [...decided.value, { item, levels }]
      items.value = items.value.slice(1)
    })
    if (items.value.length < REFILL && problem.value === null) await load()
  }

  async function undo(): Promise<void> {
    const one = decided.value.at(-1)
    if (one === undefined || isBusy.value) return
    await attempt(async () => {
      await send(one.item.voiceId, null)
      decided.value = decided.value.slice(0, -1)
      items.value = [one.item, ...items.value.filter(({ voiceId }) => voiceId !== one.item.voiceId)]
    })
  }

  function skip(): void {
    const item = items.value[0]
    if (item === undefined) return
    skipped.add(item.voiceId)
    items.value = items.value.slice(1)
    if (items.value.length < REFILL) void load()
  }

  watch(bucket, () => void load(), { immediate: true })
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
