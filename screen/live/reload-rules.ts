import type { StageState } from '#contract'

/** A reload that was tried, so that one that changed nothing is not repeated at once. */
export interface ReloadTry {
  readonly build: string
  readonly at: number
}

export interface ReloadFacts {
  /** All times in ms, by the server's clock. */
  readonly now: number
  /** The server answers: without it nothing is reloaded, for the page that stands is the best there is. */
  readonly isLive: boolean
  readonly ownBuild: string
  readonly serverBuild: string
  readonly stage: StageState
  /** When the scene that stands was put up. */
  readonly sceneSince: number
  readonly nightlyAt: number
  /** `stage.reloads` when the page started. */
  readonly reloadsBefore: number
  readonly lastTry: ReloadTry | null
}

export type ReloadReason = 'told' | 'build' | 'night'

const quietMs = 10_000
const againMs = 10 * 60_000
const hourMs = 3_600_000
const dayMs = 24 * hourMs
/** Shanghai keeps one time all year. */
const shanghaiMs = 8 * hourMs

/** Whether, and why, a wall loads its page anew now: the remote asks, the server has another build, or it is night. */
export function reloadReason(facts: ReloadFacts): ReloadReason | null {
  if (!facts.isLive) return null
  if (facts.stage.reloads > facts.reloadsBefore) return 'told'
  if (!isQuiet(facts)) return null
  if (isOutdated(facts)) return 'build'
  return facts.now >= facts.nightlyAt ? 'night' : null
}

/** Nobody is reading a card, and the scene neither just came nor is about to go. */
function isQuiet({ stage, now, sceneSince }: ReloadFacts): boolean {
  const untilNext = stage.nextAt === null ? Infinity : Date.parse(stage.nextAt) - now
  return stage.drill === null && now - sceneSince >= quietMs && untilNext >= quietMs
}

function isOutdated({ ownBuild, serverBuild, lastTry, now }: ReloadFacts): boolean {
  if (ownBuild === '' || serverBuild === '' || ownBuild === serverBuild) return false
  return lastTry?.build !== serverBuild || now - lastTry.at >= againMs
}

/**
 * When the page that started at `startedAt` is loaded anew: the first four o'clock in Shanghai that is at least an hour
 * away, and up to ten minutes later so that many walls do not come at once.
 * @param spread a number in [0, 1)
 */
export function nightlyReload(startedAt: number, spread: number): number {
  const earliest = startedAt + hourMs + shanghaiMs - 4 * hourMs
  const fourOClock = Math.ceil(earliest / dayMs) * dayMs + 4 * hourMs - shanghaiMs
  return fourOClock + spread * 10 * 60_000
}
