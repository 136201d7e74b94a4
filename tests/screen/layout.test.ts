import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PanelForm, Placement, Scene, Viewing } from '#contract'
import { layoutOf, panelLimit } from '../../screen/stage/layout.ts'
import { boxOf, seamColumns } from '../../screen/stage/seams.ts'
import { templateFor, templates, type Template } from '../../screen/stage/templates.ts'

const formNames: readonly PanelForm[] = [
  'figures',
  'trend',
  'bars',
  'list',
  'tiles',
  'flow',
  'sankey',
  'timeline',
  'lamps',
  'progress',
]
const panels = fc.array(
  fc.record({ weight: fc.integer({ min: 1, max: 5 }), form: fc.constantFrom(...formNames) }),
  { minLength: 1, maxLength: 16 },
)
const shapes = fc.constantFrom(...Object.values(templates))
const viewings = fc.constantFrom<Viewing>('near', 'hall', 'single')

function sceneOf(made: readonly { weight: number; form: PanelForm }[]): {
  scene: Scene
  forms: ReadonlyMap<string, PanelForm>
} {
  const scene: Scene = {
    id: 'made',
    name: '样例',
    question: '怎么样',
    panels: made.map(({ weight }, index) => ({ id: `p${index}`, kind: 'made', options: {}, weight })),
    layouts: [],
    notes: null,
    version: 1,
  }
  return { scene, forms: new Map(made.map(({ form }, index) => [`p${index}`, form])) }
}

const cells = ({ columns, rows }: Placement) => columns * rows

function expectWhole(layout: readonly Placement[], template: Template): void {
  const taken = new Set<string>()
  for (const one of layout)
    for (let column = one.column; column < one.column + one.columns; column++)
      for (let row = one.row; row < one.row + one.rows; row++) taken.add(`${column},${row}`)
  // As many different cells as the panels have in all: none outside, none twice, none empty.
  expect(layout.reduce((sum, one) => sum + cells(one), 0)).toBe(taken.size)
  expect(taken.size).toBe(template.columns * template.rows)
  for (const one of layout) {
    expect(one.column + one.columns).toBeLessThanOrEqual(template.columns)
    expect(one.row + one.rows).toBeLessThanOrEqual(template.rows)
  }
}

describe('layoutOf', () => {
  it('fills the grid exactly, with the heaviest panels and never more than can be read', () => {
    fc.assert(
      fc.property(panels, shapes, viewings, (made, template, viewing) => {
        const { scene, forms } = sceneOf(made)
        const layout = layoutOf(scene, template, viewing, forms)
        expectWhole(layout, template)
        const most = Math.min(made.length, panelLimit(template, viewing))
        expect(layout.length).toBeLessThanOrEqual(most)
        expect(layout.length).toBeGreaterThanOrEqual(Math.min(3, most))
        const shown = new Set(layout.map(({ panel }) => panel))
        const weights = (is: boolean) =>
          scene.panels.filter(({ id }) => shown.has(id) === is).map(({ weight }) => weight)
        expect(Math.min(...weights(true))).toBeGreaterThanOrEqual(Math.max(0, ...weights(false)))
      }),
      { numRuns: 60 },
    )
  }, 60_000)

  it('never makes the heavier of two panels of one form the smaller', () => {
    fc.assert(
      fc.property(panels, shapes, viewings, (made, template, viewing) => {
        const { scene, forms } = sceneOf(made)
        const layout = layoutOf(scene, template, viewing, forms)
        const placed = layout.map((one) => ({
          cells: cells(one),
          form: forms.get(one.panel),
          weight: scene.panels.find(({ id }) => id === one.panel)?.weight ?? 0,
        }))
        for (const one of placed)
          for (const other of placed)
            if (one.form === other.form && one.weight > other.weight)
              expect(one.cells).toBeGreaterThanOrEqual(other.cells)
      }),
      { numRuns: 60 },
    )
  }, 60_000)

  it('keeps at most six panels for a hall and the heaviest one for a single question', () => {
    const { scene, forms } = sceneOf([2, 5, 3, 3, 1, 4, 2, 2].map((weight) => ({ weight, form: 'bars' })))
    for (const template of Object.values(templates)) {
      expect(layoutOf(scene, template, 'hall', forms).length).toBeLessThanOrEqual(6)
      expect(layoutOf(scene, template, 'single', forms).map(({ panel }) => panel)).toEqual(['p1'])
    }
  })

  it('takes the layout made by hand, unless it does not fit', () => {
    const { scene, forms } = sceneOf([
      { weight: 1, form: 'bars' },
      { weight: 2, form: 'list' },
    ])
    const byHand = [{ panel: 'p0', column: 0, row: 0, columns: 12, rows: 8 }]
    const layouts = [{ template: '16:9' as const, viewing: 'near' as const, placements: byHand }]
    expect(layoutOf({ ...scene, layouts }, templates['16:9'], 'near', forms)).toEqual(byHand)
    const outside = layouts.map((one) => ({ ...one, placements: byHand.map((p) => ({ ...p, columns: 13 })) }))
    expect(layoutOf({ ...scene, layouts: outside }, templates['16:9'], 'near', forms)).toHaveLength(2)
  })
})

describe('seams', () => {
  it('lie between panels, whatever the scene', () => {
    const seam = fc
      .record({
        at: fc.double({ min: 0.15, max: 0.85, noNaN: true }),
        width: fc.double({ min: 0, max: 0.02, noNaN: true }),
      })
      .map(({ at, width }) => ({ from: at - width / 2, to: at + width / 2 }))
    fc.assert(
      fc.property(panels, shapes, seam, (made, template, one) => {
        const { scene, forms } = sceneOf(made)
        const area = { left: 24, top: 76, width: template.width - 48, height: template.height - 96 }
        const boxes = layoutOf(scene, template, 'near', forms, [one]).map((placement) =>
          boxOf(placement, template, area, 12, [one], template.width),
        )
        for (const box of boxes) {
          expect(box.width).toBeGreaterThan(0)
          const clear = box.left + box.width <= one.from * template.width + 0.01
          expect(clear || box.left >= one.to * template.width - 0.01).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  }, 60_000)

  it('name the column line they are moved under', () => {
    expect(seamColumns([{ from: 0.33, to: 0.335 }], 12)).toEqual([4])
    expect(seamColumns([{ from: 0, to: 0.001 }], 12)).toEqual([])
  })
})

it('knows a wall by its shape, not by its resolution', () => {
  expect(templateFor(7680, 4320).name).toBe('16:9')
  expect(templateFor(3440, 1440).name).toBe('21:9')
  expect(templateFor(7680, 2160).name).toBe('32:9')
  expect(templateFor(5760, 1080).name).toBe('48:9')
  expect(templateFor(1080, 1920).name).toBe('9:16')
})
