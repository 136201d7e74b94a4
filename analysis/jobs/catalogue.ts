import { readFileSync } from 'node:fs'
import { parseCatalogue, parseCrosswalk, type Catalogue, type Crosswalk } from '../catalogue/index.ts'

const FOLDER = new URL('../catalogue/', import.meta.url)

let product: Catalogue | undefined

/** The product's own three-level catalogue; read once per thread. */
export function loadProductCatalogue(): Catalogue {
  product ??= parseCatalogue(readText('通用事项目录.txt'))
  return product
}

/** How the product's catalogue maps to the seven first-level classes common in published citizens' letters. */
export function loadLetterCrosswalk(): Crosswalk {
  return parseCrosswalk(readText('对照-群众留言七类.txt'))
}

/** Which subject of the product's catalogue the spending of a functional subject (类 or 款) serves. */
export function loadSpendingCrosswalk(): Crosswalk {
  return parseCrosswalk(readText('对照-支出功能科目.txt'))
}

function readText(name: string): string {
  return readFileSync(new URL(encodeURIComponent(name), FOLDER), 'utf8')
}
