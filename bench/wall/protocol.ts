/** What the long run and the benchmark tell the server they drive, over the process's channel. */
export type Order =
  | { readonly do: 'step'; readonly step: number }
  | { readonly do: 'show'; readonly scene: number }
  | { readonly do: 'move'; readonly what: Moved }

/** Which panels a step changes: all, or those drawn by ECharts only. */
export type Moved = 'all' | 'charts'

/** What the server says once, when it listens. */
export interface Ready {
  readonly url: string
  /** Path that signs a wall in. */
  readonly link: string
  readonly scenes: readonly string[]
}

/** How many times faster the wall's timers run than a clock on the wall: a second between flushes becomes 1/10 s. */
export const haste = 10

/** Written into a headline with each step, to be looked for on the page. */
export function markOf(step: number): string {
  return `〔${step}〕`
}

/** Finds the step in a headline. */
export const markPattern = /〔(\d+)〕/
