import type { Mention } from './mention.ts'
import type { RegionTree } from './region-tree.ts'
import { foreignLevel } from './word-names.ts'

/** A mention as it is to be matched: a place may be a chain from the outside in, a body may belong elsewhere. */
export interface JoinedMention extends Mention {
  /** Regions that the parts before the last say it lies in; empty for a single name. */
  within: readonly string[]
  /** A body of another place or level than the ones the master data know: its own name is only a hint. */
  isForeign: boolean
}

/**
 * Joins what is one name: 云岭市岭东区望湖街道 is one place, 青禾县教育局 one body. `words` decides whether a cut-down
 * name stands by itself or is a piece of another word.
 */
export function joinMentions(
  text: string,
  mentions: readonly Mention[],
  words: readonly string[],
  tree: RegionTree,
): JoinedMention[] {
  const joined: JoinedMention[] = []
  for (const mention of mentions) {
    if (isPiece(text, mention, words)) continue
    const place = placeBefore(joined.at(-1), mention)
    if (place !== undefined && mention.type === 'place' && liesIn(place, mention, tree)) {
      joined[joined.length - 1] = chain(place, mention)
    } else if (mention.type === 'unit' && mention.entry?.form === 'bare') {
      if (place !== undefined) joined.pop()
      joined.push(bareBody(text, mention, place))
    } else joined.push(alone(mention))
  }
  return joined
}

/** The place that stands right before a mention. */
function placeBefore(last: JoinedMention | undefined, mention: Mention): JoinedMention | undefined {
  return last?.type === 'place' && last.end === mention.start ? last : undefined
}

/** A cut-down place name that is no word by itself. */
function isPiece(text: string, { type, entry, start, end }: Mention, words: readonly string[]): boolean {
  return type === 'place' && entry?.form === 'short' && !words.includes(text.slice(start, end))
}

function alone({ type, start, end, value, entry }: Mention): JoinedMention {
  return { type, start, end, value, entry, within: NOWHERE, isForeign: false }
}

const NOWHERE: readonly string[] = []

function liesIn(outer: Mention, inner: Mention, tree: RegionTree): boolean {
  if (outer.entry === null || inner.entry === null) return false
  const inners = inner.entry.codes
  return outer.entry.codes.some((code) => inners.some((one) => one !== code && tree.contains(code, one)))
}

function chain(outer: JoinedMention, inner: Mention): JoinedMention {
  const within = [...outer.within, ...(outer.entry?.codes ?? [])]
  return { ...inner, start: outer.start, within, isForeign: false }
}

function bareBody(text: string, mention: Mention, place: JoinedMention | undefined): JoinedMention {
  if (place !== undefined) return { ...mention, start: place.start, within: [], isForeign: true }
  const isForeign = foreignLevel(text, mention.start)
  return { ...mention, start: isForeign ? mention.start - 1 : mention.start, within: [], isForeign }
}
