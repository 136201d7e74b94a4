import type { PanelKind } from './panel-kind.ts'
import { budgetExecution } from './kinds/budget/execution.ts'
import { findingLevels } from './kinds/budget/findings.ts'
import { dataFreshness } from './kinds/data/freshness.ts'
import { overviewFigures } from './kinds/overview-figures.ts'
import { lateUnits } from './kinds/suggestions/late-units.ts'
import { suggestionStages } from './kinds/suggestions/stages.ts'
import { voiceDistricts } from './kinds/voices/districts.ts'
import { topTopics } from './kinds/voices/topics.ts'
import { voiceWeeks } from './kinds/voices/weeks.ts'

/** Every question the wall can answer, by id. */
export const panelKinds: ReadonlyMap<string, PanelKind> = new Map(
  [
    overviewFigures,
    voiceWeeks,
    voiceDistricts,
    topTopics,
    suggestionStages,
    lateUnits,
    budgetExecution,
    findingLevels,
    dataFreshness,
  ].map((kind) => [kind.id, kind]),
)
