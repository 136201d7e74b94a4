import type { Entity, EntityStatus, NameDecision, NamedType } from './entity.ts'
import type { JoinedMention } from './join.ts'
import type { RegionTree } from './region-tree.ts'

/** What people decided, by type and text. */
export type Decisions = ReadonlyMap<string, NameDecision>

export function decisionsByText(decisions: readonly NameDecision[]): Decisions {
  return new Map(decisions.map((decision) => [decisionKey(decision.type, decision.text), decision]))
}

function decisionKey(type: string, text: string): string {
  return `${type}\n${text}`
}

const named: ReadonlySet<string> = new Set<NamedType>(['place', 'unit', 'project'])

/**
 * Matches every mention with master data. A decision of a person comes first, then the chain it stands in, then the
 * other regions of the text. What can mean several records stays ambiguous: nothing is guessed.
 */
export function matchMentions(
  text: string,
  mentions: readonly JoinedMention[],
  tree: RegionTree,
  decisions: Decisions,
): Entity[] {
  const mentioned = new Set<string>()
  for (const { type, entry, within } of mentions) {
    if (type !== 'place') continue
    if (entry?.codes.length === 1) mentioned.add(entry.codes[0] ?? '')
    for (const code of within) mentioned.add(code)
  }
  return mentions.map((mention) => {
    const { type, start } = mention
    const surface = text.slice(start, mention.end)
    const settled = named.has(type)
      ? settle(mention, decisions.get(decisionKey(type, surface)), tree, mentioned)
      : mention.value === null
        ? UNKNOWN
        : KNOWN
    const { target, status, candidates } = settled
    return { start, text: surface, type, value: valueOf(mention), target, status, candidates }
  })
}

const KNOWN: Settled = { target: null, status: 'resolved', candidates: [] }
const UNKNOWN: Settled = { target: null, status: 'unresolved', candidates: [] }

function valueOf({ type, value, entry }: JoinedMention): string | null {
  return type === 'place' ? (value ?? (entry === null ? '区划' : null)) : value
}

type Settled = Pick<Entity, 'target' | 'status' | 'candidates'>

function settle(
  mention: JoinedMention,
  decision: NameDecision | undefined,
  tree: RegionTree,
  mentioned: ReadonlySet<string>,
): Settled {
  if (decision?.action === 'ignore') return { target: null, status: 'ignored', candidates: [] }
  if (decision !== undefined) return { target: decision.target, status: 'resolved', candidates: [] }
  const codes = mention.entry?.codes ?? []
  if (mention.isForeign) return { target: null, status: 'unresolved', candidates: codes }
  const fitting = mention.type === 'place' ? placesOf(mention, codes, tree, mentioned) : codes
  const [target = null] = fitting.length === 1 ? fitting : []
  return { target, status: statusOf(fitting.length), candidates: target === null ? fitting : [] }
}

function statusOf(fitting: number): EntityStatus {
  if (fitting === 0) return 'unresolved'
  return fitting === 1 ? 'resolved' : 'ambiguous'
}

function placesOf(
  mention: JoinedMention,
  codes: readonly string[],
  tree: RegionTree,
  mentioned: ReadonlySet<string>,
): readonly string[] {
  const inside = codes.filter((code) => mention.within.every((outer) => tree.contains(outer, code)))
  const candidates = inside.length > 0 ? inside : codes
  return candidates.length > 1 ? tree.narrow(candidates, mentioned) : candidates
}
