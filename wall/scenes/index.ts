import type { Scene } from '#contract'
import { overview } from './overview.ts'
import { data, hotspots, legislation, livelihood } from './public.ts'
import { budgetScene, coordinationScene, suggestionsScene } from './supervision.ts'

/** The scenes the product comes with, in playing order. */
export const builtInScenes: readonly Scene[] = [
  overview,
  hotspots,
  suggestionsScene,
  budgetScene,
  legislation,
  livelihood,
  data,
  coordinationScene,
]
