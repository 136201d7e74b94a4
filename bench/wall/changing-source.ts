import type { PanelContent, PanelData } from '#contract'
import type { FeedSource, WallBoard } from '#wall'
import { markOf, type Moved } from './protocol.ts'

/** What a driver sets from outside. */
export interface Drive {
  step: number
  scene: number
  moved: Moved
}

/**
 * The real board, read once, with all its numbers moved a little at each step: every panel changes, as after a
 * publish, without the minutes a publish takes. The stage stands where the driver puts it.
 */
export function changingSource(live: FeedSource, drive: Drive): FeedSource {
  let base: Promise<WallBoard> | null = null
  return {
    ...live,
    revision: () => String(drive.step),
    readBoard: async () => {
      const { scenes, panels, map } = await (base ??= live.readBoard())
      const { step, moved } = drive
      const moves = (panel: PanelData) => moved === 'all' || isChart(panel)
      return {
        scenes,
        panels: panels.map((panel, index) => (moves(panel) ? movedPanel(panel, step, index) : panel)),
        map,
      }
    },
    readStage: async (wall) => {
      const [stage, { scenes }] = await Promise.all([live.readStage(wall), (base ??= live.readBoard())])
      const scene = scenes[drive.scene % scenes.length]?.id ?? stage.scene
      return { ...stage, scene, mode: 'pinned', nextAt: null, dim: 0 }
    },
  }
}

function isChart({ form }: PanelData): boolean {
  return form === 'trend' || form === 'sankey'
}

function movedPanel(panel: PanelData, step: number, index: number): PanelData {
  const factor = 1 + 0.2 * Math.sin(step * 0.7 + index)
  return {
    ...panel,
    headline: `${markOf(step)}${panel.headline}`,
    content: panel.content === null ? null : (moveNumbers(panel.content, factor) as PanelContent),
  }
}

const figures = new Set(['value', 'values', 'low', 'high', 'done'])

/** Multiplies every figure of a content; amounts stay decimal text. */
function moveNumbers(value: unknown, factor: number, key = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => moveNumbers(item, factor, key))
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [name, moveNumbers(item, factor, name)]),
    )
  }
  if (!figures.has(key)) return value
  if (typeof value === 'number') return Math.round(value * factor * 100) / 100
  const isAmount = typeof value === 'string' && /^-?\d+\.\d{2}$/.test(value)
  return isAmount ? (Number(value) * factor).toFixed(2) : value
}
