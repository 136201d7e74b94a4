import { computed, type ComputedRef } from 'vue'
import type { Meta } from '#contract'
import { endpoints } from './endpoints.ts'
import { useEndpoint } from './use-endpoint.ts'

export interface MetaState {
  readonly meta: ComputedRef<Meta | null>
  readonly districts: ComputedRef<Choice[]>
  readonly categories: ComputedRef<Choice[]>
  readonly years: ComputedRef<Choice[]>
  readonly units: ComputedRef<Choice[]>
  readonly voiceKinds: ComputedRef<Choice[]>
  readonly sourceKinds: ComputedRef<Choice[]>
  /** Kind → Chinese name, for voices and sources alike. */
  readonly kindLabels: ComputedRef<Record<string, string>>
  readonly dataTo: ComputedRef<string | null>
}

interface Choice {
  readonly value: string
  readonly label: string
}

/** What the filters offer and how kinds are called; fetched once, refreshed with every publish. */
export function useMeta(): MetaState {
  const { data } = useEndpoint(endpoints.meta())
  const meta = computed(() => data.value ?? null)
  const same = (names: readonly string[] | undefined) =>
    (names ?? []).map((name) => ({ value: name, label: name }))
  return {
    meta,
    districts: computed(() => same(meta.value?.districts)),
    categories: computed(() => same(meta.value?.categories)),
    years: computed(() =>
      (meta.value?.years ?? []).map((year) => ({ value: String(year), label: `${year} 年度` })),
    ),
    units: computed(() => (meta.value?.units ?? []).map((unit) => ({ value: unit.code, label: unit.name }))),
    voiceKinds: computed(() => meta.value?.voiceKinds ?? []),
    sourceKinds: computed(() => meta.value?.sourceKinds ?? []),
    kindLabels: computed(() =>
      Object.fromEntries(
        [...(meta.value?.sourceKinds ?? []), ...(meta.value?.voiceKinds ?? [])].map((kind) => [
          kind.value,
          kind.label,
        ]),
      ),
    ),
    dataTo: computed(() => meta.value?.dataTo ?? null),
  }
}
