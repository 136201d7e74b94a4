import type { Crosswalk } from '../catalogue/index.ts'
import { parseModel, type ClassConfig } from '../classify/index.ts'
import { loadLetterCrosswalk, loadProductCatalogue } from './catalogue.ts'

/**
 * The crosswalk a reader of this model needs: none where its labels are the catalogue's own first level. In a file of
 * its own, because reading threads load it and must not load the database with it.
 */
export function crosswalkFor({ bytes }: ClassConfig): { crosswalk?: Crosswalk } {
  const { labels } = parseModel(bytes)
  const own = new Set(loadProductCatalogue().nodes.map((node) => node.names[0]))
  return labels.every((label) => own.has(label)) ? {} : { crosswalk: loadLetterCrosswalk() }
}
