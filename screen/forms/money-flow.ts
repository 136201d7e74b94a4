import type { SankeyContent } from '#contract'

export interface MoneyNode {
  readonly id: string
  readonly label: string
  readonly depth: number
  /** 元, for drawing and ordering; never shown to the cent. */
  readonly amount: number
}

export interface MoneyFlow {
  readonly nodes: readonly MoneyNode[]
  readonly links: readonly { readonly source: string; readonly target: string; readonly value: number }[]
  readonly depths: number
}

/**
 * The flow with at most `most` nodes in each column: the smallest of a column become one, named by how many they are,
 * and their links are added up. Whatever leads back to an earlier column is left out, for it cannot be drawn.
 */
export function foldedFlow(content: SankeyContent, most: number): MoneyFlow {
  const depthOf = depths(content)
  const forward = content.links.filter(({ from, to }) => (depthOf.get(from) ?? 0) < (depthOf.get(to) ?? 0))
  const size = (id: string) => Math.max(sumOf(forward, 'from', id), sumOf(forward, 'to', id))
  const nodes = content.nodes.map((node) => ({
    ...node,
    depth: depthOf.get(node.id) ?? 0,
    amount: size(node.id),
  }))
  const names = new Map<string, string>()
  const kept: MoneyNode[] = []
  for (const depth of new Set(nodes.map((node) => node.depth))) {
    const column = nodes
      .filter((node) => node.depth === depth && node.amount > 0)
      .sort((a, b) => b.amount - a.amount || (a.id < b.id ? -1 : 1))
    const small = column.length > most ? column.splice(most - 1) : []
    kept.push(...column)
    if (small.length === 0) continue
    const folded = `folded-${depth}`
    for (const node of small) names.set(node.id, folded)
    const amount = small.reduce((sum, node) => sum + node.amount, 0)
    kept.push({ id: folded, label: `其余 ${small.length} 项`, depth, amount })
  }
  return {
    nodes: kept,
    links: addedUp(forward, names),
    depths: Math.max(0, ...kept.map((node) => node.depth)) + 1,
  }
}

function sumOf(links: SankeyContent['links'], end: 'from' | 'to', id: string): number {
  return links.reduce((sum, link) => (link[end] === id ? sum + Number(link.value) : sum), 0)
}

function addedUp(links: SankeyContent['links'], names: ReadonlyMap<string, string>): MoneyFlow['links'] {
  const sums = new Map<string, { source: string; target: string; value: number }>()
  for (const { from, to, value } of links) {
    const [source, target] = [names.get(from) ?? from, names.get(to) ?? to]
    const key = `${source}→${target}`
    sums.set(key, { source, target, value: (sums.get(key)?.value ?? 0) + Number(value) })
  }
  return [...sums.values()].filter(({ value }) => value > 0)
}

/** Column of each node: one more than the latest of what leads to it; bounded, so that a circle ends. */
function depths({ nodes, links }: SankeyContent): Map<string, number> {
  const depth = new Map(nodes.map(({ id }) => [id, 0]))
  let moved = true
  while (moved) {
    moved = false
    for (const { from, to } of links) {
      const after = (depth.get(from) ?? 0) + 1
      if (after <= (depth.get(to) ?? 0) || after >= nodes.length) continue
      depth.set(to, after)
      moved = true
    }
  }
  return depth
}
