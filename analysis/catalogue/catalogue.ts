/** One node of a classification catalogue: its names from the first level down, and the words it is known by. */
export interface CatalogueNode {
  /** One to three names: level 1, level 2, level 3. */
  names: readonly string[]
  /** Words by which citizens speak of it. The names themselves always count as well. */
  seeds: readonly string[]
}

export interface Catalogue {
  name: string
  version: string
  /** Every node, parents before children, in the order of the file. */
  nodes: readonly CatalogueNode[]
}

/** Thrown for a catalogue that cannot be used. Carries the line, never its content. */
export class CatalogueError extends Error {
  readonly code: 'CAT_LINE_INVALID' | 'CAT_COLUMNS_MISSING' | 'CAT_EMPTY'
  readonly advice: string

  constructor(code: CatalogueError['code'], advice: string) {
    super(code)
    this.name = 'CatalogueError'
    this.code = code
    this.advice = advice
  }
}

/** The text by which a node is referred to: names joined by "/". */
export function nodePath(names: readonly string[]): string {
  return names.join('/')
}
