import { useInfiniteQuery, useQuery, type UseQueryReturnType } from '@tanstack/vue-query'
import { computed, toValue, type ComputedRef, type MaybeRefOrGetter } from 'vue'
import { request } from '#ui'
import type { Endpoint } from './endpoint.ts'

/** Answers are cached by address; the first part of the key lets a publish event refresh all of them. */
export const dataKey = 'data'

/** The answer of one address, kept while it is refreshed; asks nothing while the address is null. */
export function useEndpoint<Answer>(
  target: MaybeRefOrGetter<Endpoint<Answer> | null>,
  options: { readonly interval?: MaybeRefOrGetter<number | false> } = {},
): UseQueryReturnType<Answer, Error> {
  return useQuery<Answer>({
    queryKey: computed(() => [dataKey, toValue(target)?.path, toValue(target)?.query]),
    queryFn: ({ signal }) => {
      const { path, query } = required(toValue(target))
      return request<Answer>(path, { query, signal })
    },
    enabled: () => toValue(target) !== null,
    refetchInterval: () => toValue(options.interval) ?? false,
  })
}

interface PageOf<Item> {
  readonly items: readonly Item[]
  readonly nextCursor: string | null
  readonly total: number
}

/** How much of a long list has been read, and how to read on. */
export interface PartlyRead {
  readonly items: ComputedRef<readonly unknown[]>
  readonly total: ComputedRef<number>
  readonly isRefreshing: ComputedRef<boolean>
  readonly hasMore: ComputedRef<boolean>
  more(): void
}

export interface Paged<Answer extends PageOf<Item>, Item> extends PartlyRead {
  /** The first page: its stamp and totals speak for the whole list. */
  readonly first: ComputedRef<Answer | null>
  readonly items: ComputedRef<readonly Item[]>
  readonly isPending: ComputedRef<boolean>
  readonly error: ComputedRef<Error | null>
  retry(): void
}

/** A list read page by page through its cursors. */
export function usePages<Answer extends PageOf<Item>, Item = Answer['items'][number]>(
  target: MaybeRefOrGetter<Endpoint<Answer>>,
): Paged<Answer, Item> {
  const query = useInfiniteQuery({
    queryKey: computed(() => [dataKey, 'pages', toValue(target).path, toValue(target).query]),
    queryFn: ({ signal, pageParam }) => {
      const { path, query: choices } = toValue(target)
      return request<Answer>(path, { query: { ...choices, cursor: pageParam }, signal })
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last: Answer) => last.nextCursor ?? undefined,
  })
  const pages = computed(() => query.data.value?.pages ?? [])
  return {
    first: computed(() => pages.value[0] ?? null),
    items: computed(() => pages.value.flatMap((page) => [...page.items])),
    total: computed(() => pages.value[0]?.total ?? 0),
    isPending: computed(() => query.isPending.value),
    isRefreshing: computed(() => query.isFetching.value),
    error: computed(() => query.error.value),
    hasMore: computed(() => query.hasNextPage.value),
    more: () => void query.fetchNextPage(),
    retry: () => void query.refetch(),
  }
}

function required<T>(value: T | null): T {
  if (value === null) throw new TypeError('A disabled query was run')
  return value
}
