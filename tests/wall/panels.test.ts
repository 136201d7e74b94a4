import fc from 'fast-check'
import { Value } from 'typebox/value'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PanelData, type PanelContent } from '#contract'
import { builtInScenes, panelKinds, readFactCard, readPanels, scenesForWall, type EmbargoEntry } from '#wall'
import type { Warehouse } from '#warehouse'
import { emptyWarehouse } from '#tests/warehouses.ts'
import { widthOf } from '../../wall/panels/words.ts'
import { contextOf, fillMarked, marks, personal } from './seeded.ts'

let filled: Warehouse
let empty: Warehouse

beforeAll(async () => {
  filled = await emptyWarehouse()
  empty = await emptyWarehouse()
  await fillMarked(filled)
}, 120_000)

afterAll(async () => {
  await filled.close()
  await empty.close()
})

const embargoed = (values: readonly string[]): EmbargoEntry[] =>
  values.map((value, index) => ({ id: String(index), scope: 'word', value, reason: '测试', until: null }))

/** The ids of what a panel lists. */
function itemsOf(content: PanelContent | null): string[] {
  if (content === null) return []
  return Object.values(content)
    .filter(Array.isArray)
    .flat()
    .flatMap((one: unknown) =>
      typeof one === 'object' && one !== null && 'id' in one && typeof one.id === 'string' ? [one.id] : [],
    )
}

describe('built-in scenes', () => {
  it('ask only known kinds, four to nine panels each, no id twice', () => {
    expect(builtInScenes).toHaveLength(8)
    for (const scene of builtInScenes) {
      expect(scene.panels.length, scene.id).toBeGreaterThanOrEqual(4)
      expect(scene.panels.length, scene.id).toBeLessThanOrEqual(9)
      expect(new Set(scene.panels.map(({ id }) => id)).size).toBe(scene.panels.length)
      for (const { kind } of scene.panels) expect(panelKinds.has(kind), kind).toBe(true)
    }
  })

  it.each(['empty', 'filled'])('answer every panel on %s data as the contract says', async (state) => {
    const failures: { kind: string; code: string }[] = []
    const panels = await readPanels(
      contextOf(state === 'empty' ? empty : filled, [], failures),
      builtInScenes,
    )
    expect(failures).toEqual([])
    for (const panel of panels) {
      expect(Value.Check(PanelData, panel), panel.key).toBe(true)
      expect(widthOf(panel.headline), `${panel.key} ${panel.headline}`).toBeLessThanOrEqual(24)
      expect(panel.headline, panel.key).not.toMatch(/undefined|NaN|null|Infinity/)
      expect(panel.content === null, panel.key).toBe(panel.missingReason !== null)
      if (panel.content) expect(panel.content.form, panel.key).toBe(panel.form)
      expect(panel.basis.definition, panel.key).not.toBe('')
    }
  })

  it('show no id twice within a panel', async () => {
    for (const panel of await readPanels(contextOf(filled), builtInScenes)) {
      if (panel.content?.form === 'sankey') continue
      const ids = itemsOf(panel.content)
      expect(new Set(ids).size, panel.key).toBe(ids.length)
    }
  })

  it('name no unit in the budget scene but that of a case judged 属实', async () => {
    const [scene] = builtInScenes.filter(({ id }) => id === 'budget')
    const panels = await readPanels(contextOf(filled), scene ? [scene] : [])
    for (const panel of panels) {
      if (panel.key === 'budget/confirmed') expect(JSON.stringify(panel)).toContain(marks.unit)
      else expect(JSON.stringify(panel), panel.key).not.toMatch(/市教育局|市住建局|密盾局/)
    }
  })

  it('never list who was appointed', async () => {
    expect(JSON.stringify(await readPanels(contextOf(filled), builtInScenes))).not.toContain('张示例')
  })
})

describe('one panel', () => {
  const scene = (kind: string) => ({
    ...{ id: 'own', name: '自建', question: '', layouts: [], notes: null, version: 1 },
    panels: [
      { id: 'a', kind, options: {}, weight: 3 },
      { id: 'b', kind: 'data.freshness', options: {}, weight: 3 },
    ],
  })

  it('that fails says so, with a code in the log, and leaves the others alone', async () => {
    const failures: { kind: string; code: string }[] = []
    const context = contextOf(filled, [], failures)
    const broken = {
      ...context,
      outside: { ...context.outside, cases: () => Promise.reject(new Error('密')) },
    }
    const [a, b] = await readPanels(broken, [scene('cases.stages')])
    expect(a).toMatchObject({
      content: null,
      missingReason: expect.stringContaining('wall_panel_failed') as string,
    })
    expect(b?.content).not.toBeNull()
    expect(failures).toEqual([{ kind: 'cases.stages', code: 'wall_panel_failed' }])
  })

  it('says which of its sources did not come, and not by name when the name is barred', async () => {
    const noteOf = async (embargo: readonly EmbargoEntry[]) =>
      (await readPanels(contextOf(filled, embargo), [scene('petitions.none')]))[1]?.note
    expect(await noteOf([])).toMatch(/没到$/)
    expect(await noteOf([])).not.toContain('1 个来源')
    expect(await noteOf(embargoed([marks.unit]))).toMatch(/1 个来源没到$/)
  })

  it('of a kind this version does not know keeps its place and says why', async () => {
    const [a] = await readPanels(contextOf(filled), [scene('no.such')])
    expect(a).toMatchObject({ key: 'own/a', content: null, headline: '没有这种面板' })
  })

  it('asked twice is read once', async () => {
    let asked = 0
    const context = contextOf(filled)
    const counting = {
      ...context,
      outside: { ...context.outside, mornings: () => Promise.resolve(((asked += 1), [])) },
    }
    await readPanels(counting, [scene('sources.morning'), { ...scene('sources.morning'), id: 'other' }])
    expect(asked).toBe(1)
  })
})

describe('fact cards', () => {
  it('open for what panels list and hold a few facts and their basis', async () => {
    const opened = new Set<string>()
    const context = contextOf(filled)
    for (const panel of await readPanels(context, builtInScenes))
      for (const item of itemsOf(panel.content)) {
        const card = await readFactCard(context, builtInScenes, panel.key, item)
        if (card === null) continue
        opened.add(panel.key)
        expect(card.facts.length, panel.key).toBeGreaterThan(1)
        expect(card.facts.length, panel.key).toBeLessThan(9)
        expect(card.basis.definition).not.toBe('')
      }
    expect([...opened]).toEqual(
      expect.arrayContaining([
        'overview/topics',
        'overview/late',
        'budget/accounts',
        'legislation/drafts',
        'livelihood/lamps',
        'data/morning',
      ]),
    )
  }, 60_000)

  it('do not open for what is not there', async () => {
    expect(await readFactCard(contextOf(filled), builtInScenes, 'overview/topics', 'no-such')).toBeNull()
    expect(await readFactCard(contextOf(filled), builtInScenes, 'no/such', 'K3')).toBeNull()
  })
})

describe('what may not be shown', () => {
  it('is there while nobody embargoes it, except what looks personal', async () => {
    const shown = JSON.stringify(await readPanels(contextOf(filled), builtInScenes))
    for (const mark of Object.values(marks)) expect(shown).toContain(mark)
    for (const text of personal) expect(shown).not.toContain(text)
  })

  it('is in no panel and on no card, whichever of it is embargoed', async () => {
    const open = await readPanels(contextOf(filled), builtInScenes)
    await fc.assert(
      fc.asyncProperty(fc.subarray(Object.values(marks), { minLength: 1 }), async (values) => {
        const context = contextOf(filled, embargoed(values))
        const panels = await readPanels(context, builtInScenes)
        const shown = JSON.stringify(panels)
        for (const text of [...values, ...personal]) expect(shown).not.toContain(text)
        for (const panel of panels) expect(widthOf(panel.headline)).toBeLessThanOrEqual(24)
        // Items that were there before the embargo open no card that names them.
        for (const { key, content } of open)
          for (const item of itemsOf(content).filter((id) => values.some((value) => id.includes(value)))) {
            const card = await readFactCard(context, builtInScenes, key, item)
            for (const value of values) expect(JSON.stringify(card)).not.toContain(value)
          }
      }),
      { numRuns: 12 },
    )
  }, 120_000)

  it('can be named by its number as well', async () => {
    const panels = await readPanels(contextOf(filled, embargoed(['K1'])), builtInScenes)
    expect(JSON.stringify(panels)).not.toContain(marks.topic)
    expect(
      await readFactCard(contextOf(filled, embargoed(['K1'])), builtInScenes, 'overview/topics', 'K1'),
    ).toBeNull()
  })

  it('does not lead a headline: the remaining items do', async () => {
    const headlineOf = async (embargo: readonly EmbargoEntry[]) =>
      (await readPanels(contextOf(filled, embargo), builtInScenes)).find(
        ({ key }) => key === 'hotspots/above',
      )?.headline
    expect(await headlineOf([])).toBe(`${marks.topic}连续 3 周高于预期`)
    expect(await headlineOf(embargoed([marks.topic]))).toBe('路灯不亮连续 3 周高于预期')
  })

  it('takes a panel whole when its own words are embargoed', async () => {
    const panels = await readPanels(contextOf(filled, embargoed(['隔离区'])), builtInScenes)
    expect(panels.find(({ key }) => key === 'data/quarantine')).toMatchObject({
      content: null,
      missingReason: '内容暂不上墙',
    })
  })

  it('is in no name or question of a scene, and no notes leave for the wall', () => {
    const own = {
      id: 'own',
      question: `${marks.word}怎样？`,
      panels: [],
      layouts: [],
      notes: marks.topic,
      version: 1,
    }
    const scenes = scenesForWall(
      [
        { ...own, name: marks.draft },
        { ...own, name: '示例', question: '怎样？' },
      ],
      embargoed([marks.draft, marks.word]),
      new Date('2026-01-05T02:00:00Z'),
    )
    expect(scenes.map(({ name, question, notes }) => [name, question, notes])).toEqual([
      ['（暂不显示）', '', null],
      ['示例', '怎样？', null],
    ])
  })
})
