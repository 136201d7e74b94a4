import type { DifferencePart } from '#contract'

/** Letters of an unchanged stretch that are kept at each side of a change. */
const CONTEXT = 24

/** The parts with long unchanged stretches cut in the middle, so that the changes stand close together. */
export function shortenSame(parts: readonly DifferencePart[]): DifferencePart[] {
  return parts.map((part, index) => {
    if (part.kind !== 'same' || part.text.length <= 2 * CONTEXT + 4) return part
    const head = index === 0 ? '' : part.text.slice(0, CONTEXT)
    const tail = index === parts.length - 1 ? '' : part.text.slice(-CONTEXT)
    return { kind: part.kind, text: `${head}……${tail}` }
  })
}
