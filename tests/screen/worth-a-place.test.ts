import { expect, test } from 'vitest'
import type { PanelData } from '#contract'
import { panelsWorthAPlace } from '../../screen/scenes/worth-a-place.ts'

const panel = (changes: Partial<PanelData>): PanelData => ({
  key: 'a/b',
  form: 'list',
  headline: '一句结论',
  status: null,
  basis: { definition: '口径', sources: [], metric: null },
  dataTime: null,
  computedAt: '2026-10-31T02:00:00Z',
  lateFrom: null,
  note: null,
  content: { form: 'list', columns: [], rows: [] },
  missingReason: null,
  ...changes,
})
const full = panel({})
const waiting = panel({ headline: '还没有立案', content: null })
const failed = panel({
  headline: '还没有算出',
  content: null,
  basis: { definition: '', sources: [], metric: null },
})
const idsOf = (panels: Record<string, PanelData>) =>
  panelsWorthAPlace(Object.keys(panels), (id) => panels[id])

test('what has not begun stands back while enough others have something to show', () => {
  expect(idsOf({ a: full, b: full, c: full, d: full, e: waiting })).toEqual(['a', 'b', 'c', 'd'])
})

test('a wall of few panels keeps all of them, and one that failed never goes', () => {
  expect(idsOf({ a: full, b: full, c: full, e: waiting })).toEqual(['a', 'b', 'c', 'e'])
  expect(idsOf({ a: full, b: full, c: full, d: full, e: failed })).toContain('e')
})
