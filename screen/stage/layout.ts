import type { PanelForm, Placement, Scene, Viewing } from '#contract'
import { faultsOf, roominess } from './judge.ts'
import { packings, shares, type PackItem, type Region } from './pack.ts'
import { seamColumns, type Seam } from './seams.ts'
import type { Template } from './templates.ts'

/** Panels a wall can carry at a viewing distance: beyond it the lightest stay away. */
export function panelLimit(template: Template, viewing: Viewing): number {
  if (viewing === 'single') return 1
  if (viewing === 'hall') return { '16:9': 4, '21:9': 5, '32:9': 6, '48:9': 6, '9:16': 4 }[template.name]
  return { '16:9': 9, '21:9': 10, '32:9': 11, '48:9': 12, '9:16': 8 }[template.name]
}

/**
 * Where each panel of a scene stands on one shape of wall. The scene's own layout counts when it has one for this
 * shape and distance; otherwise the panels are packed without hole or overlap, and of two panels of one form the
 * heavier is never the smaller. With seams the grid is packed part by part, each by these rules, and no panel crosses
 * one.
 * @param forms form of each panel by its id; a panel not named is laid out as a list
 */
export function layoutOf(
  scene: Scene,
  template: Template,
  viewing: Viewing,
  forms: ReadonlyMap<string, PanelForm> = new Map(),
  seams: readonly Seam[] = [],
): Placement[] {
  const lines = seamColumns(seams, template.columns)
  const own = scene.layouts.find((one) => one.template === template.name && one.viewing === viewing)
  if (own !== undefined && isSound(own.placements, scene, template, lines)) return own.placements
  const items = scene.panels
    .map(({ id, weight }) => ({ id, weight, form: forms.get(id) ?? ('list' as const) }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, panelLimit(template, viewing))
  return packRoomy(items, template, viewing, lines)
}

/** The lightest panels stay away while some panel would be too small to be read, but never more than leaves three. */
function packRoomy(
  items: readonly PackItem[],
  template: Template,
  viewing: Viewing,
  lines: readonly number[],
): Placement[] {
  const layout =
    lines.length > 0
      ? packParts(items, template, viewing, lines)
      : packRegion(items, wholeOf(template), template, viewing)
  const byId = new Map(items.map((item) => [item.id, item]))
  const strip = stripOf(items)
  const framed = layout.filter(({ panel }) => panel !== strip?.id)
  if (items.length <= leastPanels || roominess(framed, byId, template, viewing) >= leastRoom) return layout
  return packRoomy(items.slice(0, -1), template, viewing, lines)
}

const leastPanels = 3
const leastRoom = 0.8

function wholeOf({ columns, rows }: Template): Region {
  return { column: 0, row: 0, columns, rows }
}

/** Own layouts are checked where they are made; one that does not fit this wall after all is packed instead. */
function isSound(
  placements: readonly Placement[],
  scene: Scene,
  template: Template,
  lines: readonly number[],
): boolean {
  const known = new Set(scene.panels.map(({ id }) => id))
  return placements.every(
    (one, index) =>
      known.has(one.panel) &&
      one.column + one.columns <= template.columns &&
      one.row + one.rows <= template.rows &&
      lines.every((line) => line <= one.column || line >= one.column + one.columns) &&
      placements.slice(index + 1).every((other) => !overlap(one, other)),
  )
}

function overlap(a: Placement, b: Placement): boolean {
  const across = a.column < b.column + b.columns && b.column < a.column + a.columns
  return across && a.row < b.row + b.rows && b.row < a.row + a.rows
}

/** The columns between seams, filled one by one: each panel goes to the part with the most room left for its weight. */
function packParts(
  items: readonly PackItem[],
  template: Template,
  viewing: Viewing,
  lines: readonly number[],
): Placement[] {
  const edges = [0, ...lines, template.columns]
  const parts = edges.slice(1).map((edge, index) => {
    const column = edges[index] ?? 0
    return {
      region: { column, row: 0, columns: edge - column, rows: template.rows },
      items: [] as PackItem[],
    }
  })
  const load = ({ region, items }: (typeof parts)[number], item: PackItem) =>
    (items.reduce((sum, one) => sum + one.weight, 0) + item.weight) / region.columns
  for (const item of items) {
    const lightest = parts.reduce((best, part) => (load(part, item) < load(best, item) ? part : best))
    lightest.items.push(item)
  }
  return parts.flatMap((part) => packRegion(part.items, part.region, template, viewing))
}

/** Figures go on a strip along the top of a wide region; the rest is packed below by the least faulty way. */
function packRegion(
  items: readonly PackItem[],
  region: Region,
  template: Template,
  viewing: Viewing,
): Placement[] {
  const [strip, ...more] = items.filter(({ form }) => form === 'figures')
  if (strip === undefined || more.length > 0 || items.length < 3)
    return best(items, region, template, viewing)
  const rows = stripRows(template, region, viewing)
  const below = { ...region, row: region.row + rows, rows: region.rows - rows }
  const rest = items.filter((item) => item !== strip)
  return [{ panel: strip.id, ...region, rows }, ...best(rest, below, template, viewing)]
}

function stripOf(items: readonly PackItem[]): PackItem | undefined {
  const [strip, ...more] = items.filter(({ form }) => form === 'figures')
  return more.length > 0 || items.length < 3 ? undefined : strip
}

function stripRows(template: Template, region: Region, viewing: Viewing): number {
  const pixels = (region.columns / template.columns) * template.width
  if (template.name === '9:16') return viewing === 'near' ? 2 : 4
  if (viewing === 'near') return pixels >= 1500 ? 1 : 2
  return pixels >= 1500 ? 2 : 3
}

function best(items: readonly PackItem[], region: Region, template: Template, viewing: Viewing): Placement[] {
  const byId = new Map(items.map((item) => [item.id, item]))
  let chosen: Placement[] = []
  let least = Infinity
  for (const layout of candidates(items, region, template)) {
    const faults = faultsOf(layout, byId, template, viewing)
    if (faults < least || chosen.length === 0) [chosen, least] = [layout, faults]
  }
  return chosen
}

/** Shelves over the whole region; and, where one panel outweighs all others, that panel as a block of full height. */
function* candidates(items: readonly PackItem[], region: Region, template: Template): Generator<Placement[]> {
  const wide = template.width / template.height > 3
  yield* packings(items, region)
  const [first, second, ...others] = items
  if (first === undefined || second === undefined || others.length < 2 || first.weight <= second.weight)
    return
  const rest = [second, ...others]
  const columns = Math.round(region.columns / (wide ? 3 : 2.4))
  if (!wide) {
    const [main, side] = [region.column, region.column + columns]
    const block = { panel: first.id, ...region, column: main, columns }
    for (const layout of packings(rest, { ...region, column: side, columns: region.columns - columns }))
      yield [block, ...layout]
    return
  }
  const [left = 1, , right = 1] = shares(region.columns, [1, 1, 1])
  const block = {
    panel: first.id,
    ...region,
    column: region.column + left,
    columns: region.columns - left - right,
  }
  const near = { ...region, columns: left }
  const far = { ...region, column: region.column + region.columns - right, columns: right }
  for (const one of packings(
    rest.filter((_, index) => index % 2 === 0),
    near,
  ))
    for (const other of packings(
      rest.filter((_, index) => index % 2 === 1),
      far,
    ))
      yield [...one, block, ...other]
}
