import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { defineComponent, nextTick } from 'vue'
import { createMemoryHistory, createRouter, type Router } from 'vue-router'
import type { Session } from '#contract'
import { linkToken, safeReturn } from '../../dashboard/data/sign-in-link.ts'
import { useUrlFilters, type Filters } from '../../dashboard/data/use-url-filters.ts'
import { createAppRouter } from '../../dashboard/router.ts'

const session: Session = {
  name: 'zhang',
  displayName: '张示例',
  role: 'data',
  roleLabel: '数据专员',
  permissions: ['overview:read'],
  expiresAt: '2026-01-01T00:00:00Z',
}

describe('the sign-in guard', () => {
  beforeEach(() => {
    history.replaceState(null, '', '/')
  })

  it('sends nobody to the sign-in page and remembers where they were going', async () => {
    const router = createAppRouter(async () => null)
    await router.push('/topics?district=示例区')
    expect(router.currentRoute.value.name).toBe('sign-in')
    expect(router.currentRoute.value.query['next']).toBe(router.resolve('/topics?district=示例区').fullPath)
  })

  it('lets a signed-in person through and names the page', async () => {
    const router = createAppRouter(async () => session)
    await router.push('/about')
    expect(router.currentRoute.value.name).toBe('about')
    expect(document.title).toBe('关于与运行 · 大数据慧治')
  })

  it.each([
    ['/topics?district=a', '/topics?district=a'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['https://evil.example', '/'],
    ['/sign-in?next=/x', '/'],
    [undefined, '/'],
    [['/a'], '/'],
  ])('returns %j to %s', (next, path) => {
    expect(safeReturn(next)).toBe(path)
  })

  it('finds the token in the fragment before the query', () => {
    expect(linkToken({ hash: '#token=abc', query: {} })).toBe('abc')
    expect(linkToken({ hash: '', query: { token: 'def' } })).toBe('def')
    expect(linkToken({ hash: '#page', query: {} })).toBeNull()
  })
})

describe('filters in the address', () => {
  let router: Router
  let filters: Filters<'from' | 'to' | 'q'>

  beforeEach(async () => {
    const Page = defineComponent({
      setup() {
        filters = useUrlFilters(['from', 'to', 'q'])
        return () => null
      },
    })
    router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', component: Page }] })
    await router.push('/?q=路灯&tab=2')
    mount({ template: '<RouterView />' }, { global: { plugins: [router] } })
    await flushPromises()
  })

  it('reads what the address says', () => {
    expect(filters).toEqual({ from: undefined, to: undefined, q: '路灯' })
  })

  it('keeps both when two are set in one tick, and whatever else is in the address', async () => {
    filters.from = '2025-01-01'
    filters.to = '2025-02-01'
    await flushPromises()
    expect(router.currentRoute.value.query).toEqual({
      q: '路灯',
      tab: '2',
      from: '2025-01-01',
      to: '2025-02-01',
    })
  })

  it('leaves nothing behind of a filter taken off', async () => {
    filters.q = undefined
    await flushPromises()
    await nextTick()
    expect(router.currentRoute.value.fullPath).toBe('/?tab=2')
    expect(filters.q).toBeUndefined()
  })
})
