import type { PanelKind } from './panel-kind.ts'
import * as kinds from './kinds/index.ts'

/** Every question the wall can answer, by id. */
export const panelKinds: ReadonlyMap<string, PanelKind> = new Map(
  Object.values(kinds).map((kind): [string, PanelKind] => [kind.id, kind]),
)
