import type { Placement, Scene, SceneLayout, ScenePalette, ScenePanel } from '#contract'

export type SceneGrid = ScenePalette['grids'][number]
type Wall = Pick<SceneLayout, 'template' | 'viewing'>
interface Size {
  readonly columns: number
  readonly rows: number
}

const isOf = (layout: Wall, wall: Wall) =>
  layout.template === wall.template && layout.viewing === wall.viewing

/** The layout made by hand for one shape and distance; null while its panels are packed. */
export function ownLayout(scene: Scene, wall: Wall): readonly Placement[] | null {
  return scene.layouts.find((layout) => isOf(layout, wall))?.placements ?? null
}

/** The scene with another hand-made layout for one shape and distance; null leaves that one to the packing again. */
export function withLayout(scene: Scene, wall: Wall, placements: readonly Placement[] | null): Scene {
  const others = scene.layouts.filter((layout) => !isOf(layout, wall))
  const { template, viewing } = wall
  const own = placements === null ? [] : [{ template, viewing, placements: [...placements] }]
  return { ...scene, layouts: [...others, ...own] }
}

/** Fewest cells of a panel on a grid; one cell when its kind is not known. */
export function smallestOf(panel: ScenePanel | undefined, palette: ScenePalette, grid: SceneGrid): Size {
  const form = palette.kinds.find(({ id }) => id === panel?.kind)?.form
  return (form === undefined ? undefined : grid.smallest[form]) ?? { columns: 1, rows: 1 }
}

/** The first place, row by row, where a panel of a size meets no other; null when there is none. */
export function freePlace(
  panel: string,
  { columns, rows }: Size,
  placements: readonly Placement[],
  grid: Size,
): Placement | null {
  for (let row = 0; row + rows <= grid.rows; row += 1) {
    for (let column = 0; column + columns <= grid.columns; column += 1) {
      const place = { panel, column, row, columns, rows }
      if (!placements.some((other) => meets(place, other))) return place
    }
  }
  return null
}

/** Whether two layouts put the same panels in the same cells, in whatever order. */
export function isSameLayout(one: readonly Placement[], other: readonly Placement[]): boolean {
  const cells = (placements: readonly Placement[]) =>
    placements.map((p) => [p.panel, p.column, p.row, p.columns, p.rows].join()).sort()
  return cells(one).join(';') === cells(other).join(';')
}

function meets(a: Placement, b: Placement): boolean {
  const across = a.column < b.column + b.columns && b.column < a.column + a.columns
  return across && a.row < b.row + b.rows && b.row < a.row + a.rows
}
