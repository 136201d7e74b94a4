import { CatalogueError, nodePath } from './catalogue.ts'
import { readHeader } from './parse-catalogue.ts'

/** How the nodes of one catalogue are called in another: the longest matching path decides. */
export interface Crosswalk {
  name: string
  version: string
  /** Target of a node, or null when it has no counterpart. */
  target(names: readonly string[]): string | null
}

/**
 * Reads a crosswalk: header lines as in a catalogue, then `一级/二级 => target` lines.
 * @throws {CatalogueError} for a line without `=>`.
 */
export function parseCrosswalk(text: string): Crosswalk {
  const header = readHeader(text)
  const targets = new Map<string, string>()
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.startsWith('#') || line.trim() === '') continue
    const [path, target, ...rest] = line.split('=>').map((part) => part.trim())
    if (!path || target === undefined || rest.length > 0) {
      throw new CatalogueError(
        'CAT_LINE_INVALID',
        `目录对照表第 ${String(index + 1)} 行应写成“路径 => 目标分类”。`,
      )
    }
    targets.set(path, target)
  }
  return {
    name: header.get('name') ?? '目录对照',
    version: header.get('version') ?? '0',
    target(names) {
      for (let depth = names.length; depth > 0; depth--) {
        const target = targets.get(nodePath(names.slice(0, depth)))
        if (target !== undefined) return target === '' ? null : target
      }
      return null
    },
  }
}
