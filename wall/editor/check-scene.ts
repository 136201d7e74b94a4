import type { Placement, Scene, SceneLayout, ScenePanel } from '#contract'
import { panelKinds } from '../panels/registry.ts'
import { gridOf, smallestCells } from './grids.ts'

/** What keeps a scene from being shown, as sentences for its author; empty when nothing does. */
export function sceneFaults(scene: Scene): string[] {
  return [
    ...(scene.panels.length === 0 ? ['场景里还没有面板'] : []),
    ...repeated(scene.panels.map(({ id }) => id)).map((id) => `面板编号“${id}”重复`),
    ...scene.panels.flatMap(optionFaults),
    ...repeated(scene.layouts.map(nameOf)).map((name) => `“${name}”有两份布局`),
    ...scene.layouts.flatMap((layout) => layoutFaults(scene, layout)),
  ]
}

function optionFaults({ kind: id, options }: ScenePanel): string[] {
  const kind = panelKinds.get(id)
  if (kind === undefined) return ['有一个面板的种类本版本没有']
  return Object.entries(options).flatMap(([key, value]) => {
    const option = kind.options.find((one) => one.key === key)
    if (option === undefined) return [`“${kind.name}”有一个选项本版本没有`]
    const isType = typeof value === typeof option.value
    const isChoice = option.choices === undefined || option.choices.some((choice) => choice.value === value)
    return isType && isChoice ? [] : [`“${kind.name}”的“${option.label}”不是可选的值`]
  })
}

function layoutFaults(scene: Scene, layout: SceneLayout): string[] {
  const { placements } = layout
  const grid = gridOf(layout.template, layout.viewing)
  const faults = [
    ...(placements.length > grid.maxPanels ? [`最多放 ${grid.maxPanels} 个面板`] : []),
    ...(repeated(placements.map(({ panel }) => panel)).length > 0 ? ['有面板放了两次'] : []),
    ...(placements.some((one, index) => placements.slice(index + 1).some((other) => meets(one, other)))
      ? ['有面板重叠']
      : []),
    ...placements.flatMap((place) => placeFaults(scene, layout, place)),
  ]
  return faults.map((fault) => `${nameOf(layout)}：${fault}`)
}

function placeFaults(scene: Scene, { template, viewing }: SceneLayout, place: Placement): string[] {
  const grid = gridOf(template, viewing)
  const panel = scene.panels.find(({ id }) => id === place.panel)
  const kind = panel && panelKinds.get(panel.kind)
  if (!kind) return ['放了场景里没有的面板']
  const [columns, rows] = smallestCells(kind.form, grid)
  const isOutside = place.column + place.columns > grid.columns || place.row + place.rows > grid.rows
  const isSmall = place.columns < columns || place.rows < rows
  return [
    ...(isOutside ? [`“${kind.name}”放到了网格外`] : []),
    ...(isSmall ? [`“${kind.name}”太小，至少 ${columns} 列 ${rows} 行`] : []),
  ]
}

const viewingWords = { near: '近处', hall: '大厅', single: '单题' } as const

function nameOf({ template, viewing }: SceneLayout): string {
  return `${template} ${viewingWords[viewing]}`
}

function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))]
}

function meets(a: Placement, b: Placement): boolean {
  const across = a.column < b.column + b.columns && b.column < a.column + a.columns
  return across && a.row < b.row + b.rows && b.row < a.row + a.rows
}
