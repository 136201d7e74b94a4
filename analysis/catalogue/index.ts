export { CatalogueError, nodePath, type Catalogue, type CatalogueNode } from './catalogue.ts'
export { catalogueFromRows, parseCatalogue } from './parse-catalogue.ts'
export { parseCrosswalk, type Crosswalk } from './crosswalk.ts'
