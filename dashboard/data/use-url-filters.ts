import { reactive, computed, type WritableComputedRef } from 'vue'
import { useRoute, useRouter, type LocationQuery } from 'vue-router'

export type Filters<Name extends string> = Record<Name, string | undefined>

/**
 * Filters that live in the address: each is a plain property; setting one writes the query string, and an unset one
 * is not in it. So the address holds only what the user chose, a link reproduces the view, and "back" undoes.
 */
export function useUrlFilters<Name extends string>(names: readonly Name[]): Filters<Name> {
  const route = useRoute()
  const router = useRouter()
  const properties = {} as Record<Name, WritableComputedRef<string | undefined>>
  for (const name of names) {
    properties[name] = computed({
      get: () => firstOf(route.query[name]),
      set: (value) => void router.push({ query: withChoice(pending(), name, value), hash: route.hash }),
    })
  }
  // Two filters set in one tick (the ends of a period) must not overwrite each other.
  let draft: LocationQuery | null = null
  function pending(): LocationQuery {
    const base = draft ?? { ...route.query }
    draft = base
    queueMicrotask(() => (draft = null))
    return base
  }
  return reactive(properties) as Filters<Name>
}

function withChoice(query: LocationQuery, name: string, value: string | undefined): LocationQuery {
  if (value === undefined || value === '') Reflect.deleteProperty(query, name)
  else query[name] = value
  return { ...query }
}

function firstOf(value: LocationQuery[string] | undefined): string | undefined {
  const one = Array.isArray(value) ? value[0] : value
  return one ?? undefined
}
