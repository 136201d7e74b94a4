import type { PanelForm } from '#contract'

/** Width over height at which a form reads best, and the least it needs near the wall, in design pixels with its frame. */
interface FormRoom {
  readonly shape: number
  readonly width: number
  readonly height: number
}

export const roomOf: Readonly<Record<PanelForm, FormRoom>> = {
  figures: { shape: 2.2, width: 420, height: 200 },
  trend: { shape: 1.7, width: 480, height: 330 },
  bars: { shape: 1.2, width: 460, height: 400 },
  list: { shape: 1.4, width: 520, height: 380 },
  tiles: { shape: 1.3, width: 480, height: 420 },
  flow: { shape: 3, width: 640, height: 260 },
  sankey: { shape: 1.6, width: 760, height: 480 },
  timeline: { shape: 1.3, width: 520, height: 400 },
  lamps: { shape: 1.5, width: 560, height: 420 },
  progress: { shape: 1.3, width: 460, height: 380 },
}
