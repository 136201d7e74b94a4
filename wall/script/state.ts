import type { WallAlertKind, WallCommand, WallScript } from '#contract'

/** A command as it was given; `at` in ms since 1970 (UTC), no two of one wall alike. */
export interface GivenCommand {
  readonly at: number
  readonly command: WallCommand
}

/** Something that happened and may let a scene jump in; `at` in ms since 1970. */
export interface WallAlert {
  readonly id: string
  readonly kind: WallAlertKind
  readonly at: number
}

/**
 * All that decides what a wall shows: the same value and the same time give the same stage, on every server and
 * after every restart.
 */
export interface ScriptState {
  readonly script: WallScript
  /** When this script was saved, ms; its rotation starts then, and anew each midnight in Shanghai. */
  readonly startedAt: number
  /** Scenes that exist and may be shown on this wall, in their order, with the names people know them by. */
  readonly scenes: readonly { readonly id: string; readonly name: string }[]
  /** By time: today's, and of earlier days at least those that last (see `isLasting`). */
  readonly commands: readonly GivenCommand[]
  readonly alerts: readonly WallAlert[]
}
