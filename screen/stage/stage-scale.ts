/** Lines of the short side every scene is laid out in; the stage is then scaled as a whole to the wall's pixels. */
export const stageLines = 1080

/** How a scene meets one wall: the stage's design size, its scale, and the pixel ratio charts draw at. */
export interface StageFit {
  readonly width: number
  readonly height: number
  readonly scale: number
  /** Backing-store pixels per design pixel: charts drawn at this ratio stay sharp at any wall size. */
  readonly chartPixelRatio: number
  readonly offsetX: number
  readonly offsetY: number
}

/**
 * Fits a stage to a window: 1080 lines across the short side, the wall's own shape between 4:3 and 48:9 (or 3:4 and
 * 9:21 standing), so no bars appear. Both axes share one scale, because unequal scales distort type and move the
 * pointer.
 * @param windowWidth, windowHeight CSS pixels of the window
 * @param devicePixelRatio device pixels per CSS pixel
 */
export function fitStage(windowWidth: number, windowHeight: number, devicePixelRatio: number): StageFit {
  const { width, height } = designSize(windowWidth / windowHeight)
  const scale = Math.min(windowWidth / width, windowHeight / height)
  return {
    width,
    height,
    scale,
    chartPixelRatio: scale * devicePixelRatio,
    offsetX: (windowWidth - width * scale) / 2,
    offsetY: (windowHeight - height * scale) / 2,
  }
}

function designSize(aspect: number): { width: number; height: number } {
  if (aspect >= 1)
    return { width: Math.round(stageLines * Math.min(48 / 9, Math.max(4 / 3, aspect))), height: stageLines }
  return { width: stageLines, height: Math.round(stageLines / Math.min(3 / 4, Math.max(9 / 21, aspect))) }
}

/** Slow path of a few pixels against burn-in: the same eight places in turn, one every five minutes. */
const driftPath = [
  [0, 0],
  [2, 1],
  [3, 3],
  [1, 4],
  [-1, 3],
  [-3, 2],
  [-2, 0],
  [-1, -2],
] as const

/** Offset of the whole stage at a time, in CSS pixels; at most 4 in any direction. */
export function driftAt(timeMs: number): { x: number; y: number } {
  const step = Math.floor(timeMs / 300_000) % driftPath.length
  const [x, y] = driftPath[step] ?? [0, 0]
  return { x, y }
}
