import { describe, expect, it } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { Permission } from '#contract'
import { currentItem, navigation, navigationFor } from '../../dashboard/components/navigation.ts'
import { metricLink } from '../../dashboard/components/metric-link.ts'
import { routes } from '../../dashboard/router.ts'

const all = () => true
const only =
  (...held: Permission[]) =>
  (permission: Permission | undefined) =>
    permission === undefined || held.includes(permission)

describe('navigation', () => {
  it('asks for every page exactly what its route asks for', () => {
    const router = createRouter({ history: createMemoryHistory(), routes })
    for (const item of navigation.flatMap((section) => section.items)) {
      const route = router.resolve(item.to)
      expect(route.name, item.to).not.toBe('not-found')
      expect(route.meta.permission, item.to).toBe(item.permission)
    }
  })

  it('shows only what may be opened and drops sections that become empty', () => {
    const labels = navigationFor(only('overview:read', 'ingest:read')).map((section) =>
      section.items.map((item) => item.label),
    )
    expect(labels).toEqual([['总览'], ['数据接入', '导入记录'], ['关于与运行']])
  })

  it.each([
    ['/', '/'],
    ['/topics/T1', '/topics'],
    ['/budget/units/101', '/budget'],
    ['/budget/findings/F1', '/budget/findings'],
    ['/ingest/loads/L1', '/ingest/loads'],
    ['/lineage/payments/P1', null],
  ])('marks for %s the item %s', (path, item) => {
    expect(currentItem(path, navigationFor(all))).toBe(item)
  })
})

describe('the rows behind a metric', () => {
  const filters = { district: '示例区', from: undefined, to: undefined }

  it('carries the filters along, so that the rows are those of the number', () => {
    expect(metricLink('suggestions_late_open', filters, all)).toEqual({
      name: 'voices',
      query: { district: '示例区', kind: 'suggestions', status: 'overdue' },
    })
  })

  it('does not send a filter to a page that would not apply it', () => {
    expect(metricLink('budget_execution_rate', filters, all)).toEqual({ name: 'execution', query: {} })
  })

  it('offers no page that may not be opened, but the next best one', () => {
    expect(metricLink('findings_red', filters, only())).toBeNull()
    expect(metricLink('quarantined_rows', {}, only('ingest:read'))).toMatchObject({ name: 'ingest' })
    expect(metricLink('unheard_of', {}, all)).toBeNull()
  })
})
