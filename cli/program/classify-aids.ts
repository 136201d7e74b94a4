import { loadProductCatalogue, loadSegmenter } from '#analysis'

/** What every reading of texts needs: the product's segmenter and its catalogue. */
export function readingAids() {
  return { segmenter: loadSegmenter(), catalogue: loadProductCatalogue() }
}

/** Levels below the first, in their order. */
export const levelNames: readonly string[] = ['二级', '三级']
