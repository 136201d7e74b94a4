import type { PanelForm, Viewing, WallTemplate } from '#contract'

/** The grid a shape of wall is composed on, as the screen has it, and how many panels people can take in there. */
export interface SceneGrid {
  readonly template: WallTemplate
  readonly viewing: Viewing
  readonly columns: number
  readonly rows: number
  /** Design pixels of a wall of this shape. */
  readonly width: number
  readonly height: number
  readonly maxPanels: number
}

const shapes = [
  { template: '16:9', columns: 12, rows: 8, width: 1920, height: 1080, near: 9, hall: 4 },
  { template: '21:9', columns: 16, rows: 8, width: 2520, height: 1080, near: 10, hall: 5 },
  { template: '32:9', columns: 24, rows: 8, width: 3840, height: 1080, near: 11, hall: 6 },
  { template: '48:9', columns: 36, rows: 8, width: 5760, height: 1080, near: 12, hall: 6 },
  { template: '9:16', columns: 6, rows: 16, width: 1080, height: 1920, near: 8, hall: 4 },
] as const
const viewings: readonly Viewing[] = ['near', 'hall', 'single']

/** Every grid a scene can be laid out on by hand. */
export const sceneGrids: readonly SceneGrid[] = shapes.flatMap(({ near, hall, ...shape }) =>
  viewings.map((viewing) => ({ ...shape, viewing, maxPanels: { near, hall, single: 1 }[viewing] })),
)

export function gridOf(template: WallTemplate, viewing: Viewing): SceneGrid {
  const grid = sceneGrids.find((one) => one.template === template && one.viewing === viewing)
  if (grid === undefined) throw new RangeError('every shape has a grid for every distance')
  return grid
}

/** Cells (columns, rows) a form needs near a 16:9 wall before its smallest type has to be cut. */
const needed: Readonly<Record<PanelForm, readonly [number, number]>> = {
  figures: [4, 1],
  trend: [3, 2],
  bars: [3, 2],
  list: [3, 2],
  tiles: [3, 2],
  flow: [3, 1],
  sankey: [4, 3],
  timeline: [3, 2],
  lamps: [3, 2],
  progress: [3, 2],
}

/** The smallest cells of a form; in a hall letters are 1.6 times as large, and so are the cells (to a column less). */
export function smallestCells(form: PanelForm, { columns, rows, viewing }: SceneGrid): [number, number] {
  const [wide, high] = needed[form]
  const factor = viewing === 'near' ? 1 : 1.6
  return [Math.min(columns, Math.floor(wide * factor)), Math.min(rows, Math.ceil(high * factor))]
}
