import type { Scene } from '#contract'
import { overview } from './overview.ts'

/** The scenes the product comes with, in playing order. */
export const builtInScenes: readonly Scene[] = [overview]
