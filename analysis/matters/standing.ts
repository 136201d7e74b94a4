import { MEMBER_SLACK, relate, type MatterTier, type SketchPlace } from './relation.ts'

/** Where a voice stands: the first voice of its matter and of its text, which may be itself. */
export interface Standing<Name> {
  readonly matter: Name
  readonly copy: Name
  /** How it copies the first of its text; null for that first itself. */
  readonly copyTier: 'exact' | 'near' | null
  /** Likeness to the first voice of the matter, 0 to 1. */
  readonly similarity: number
}

/**
 * A voice joins the matter of the best link that suits it, and starts one of its own when none does. Copies belong to
 * the matter of what they copy; a voice in other words must also be like the matter's first voice, so that a matter
 * does not drift from link to link. Depends on earlier voices only.
 * @param links best first
 */
export function placeVoice<Name extends string | number>(
  voice: Name,
  links: readonly { readonly target: Name; readonly tier: MatterTier }[],
  standingOf: (voice: Name) => Standing<Name>,
  sketchOf: (voice: Name) => SketchPlace,
): Standing<Name> {
  for (const { target, tier } of links) {
    const other = standingOf(target)
    const toFirst = relate(sketchOf(voice), sketchOf(other.matter), MEMBER_SLACK)
    if (tier === 'same' && toFirst === null) continue
    const copy = tier === 'same' ? null : copyOf(voice, tier, other.copy, sketchOf)
    return {
      matter: other.matter,
      copy: copy?.first ?? voice,
      copyTier: copy?.tier ?? null,
      similarity: toFirst?.similarity ?? 0,
    }
  }
  return { matter: voice, copy: voice, copyTier: null, similarity: 1 }
}

/** A near copy of a near copy is one only when it is near the first too. */
function copyOf<Name>(
  voice: Name,
  tier: 'exact' | 'near',
  first: Name,
  sketchOf: (voice: Name) => SketchPlace,
): { first: Name; tier: 'exact' | 'near' } | null {
  const relation = relate(sketchOf(voice), sketchOf(first))
  if (relation !== null && relation.tier !== 'same') return { first, tier: relation.tier }
  return tier === 'exact' ? { first, tier: 'near' } : null
}
