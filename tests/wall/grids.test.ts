import { describe, expect, it } from 'vitest'
import { builtInScenes, panelKinds, sceneFaults, sceneGrids } from '#wall'
import { layoutOf, panelLimit } from '../../screen/stage/layout.ts'
import { templates } from '../../screen/stage/templates.ts'

const viewings = ['near', 'hall', 'single'] as const

describe('the grids scenes are written on', () => {
  it('are those the wall draws on, and hold as many panels', () => {
    const drawn = Object.values(templates).flatMap(({ name, ...grid }) =>
      viewings.map((viewing) => ({
        ...grid,
        template: name,
        viewing,
        maxPanels: panelLimit(templates[name], viewing),
      })),
    )
    expect(sceneGrids).toEqual(drawn)
  })

  it('accept by hand what the wall packs by itself', () => {
    for (const scene of builtInScenes) {
      const forms = new Map(
        scene.panels.map(({ id, kind }) => [id, panelKinds.get(kind)?.form ?? 'list'] as const),
      )
      const layouts = sceneGrids.map(({ template, viewing }) => ({
        template,
        viewing,
        placements: layoutOf(scene, templates[template], viewing, forms),
      }))
      expect([scene.id, sceneFaults({ ...scene, layouts })]).toEqual([scene.id, []])
    }
  })
})
