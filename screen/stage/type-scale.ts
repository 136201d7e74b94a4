import type { Viewing } from '#contract'

/** Sizes of type and of the space around it, in design pixels of a stage whose short side is 1080. */
export interface TypeScale {
  /** The largest a figure may be; it shrinks to what its place allows. */
  readonly hero: number
  readonly title: number
  readonly clock: number
  readonly headline: number
  readonly label: number
  /** Nothing anywhere is smaller. */
  readonly floor: number
  readonly gap: number
  readonly padding: number
  readonly header: number
}

/**
 * How large letters must be for the farthest viewer who has to read them: 25 minutes of arc, which is 0.73 % of the
 * screen's height for each screen height of distance. Near is up to 2.5 heights; a hall is 1.6 times that; a single
 * question is read from the last row. A portrait wall is a landscape one turned: its short side counts.
 */
export function typeScale(viewing: Viewing): TypeScale {
  return scales[viewing]
}

const scales: Readonly<Record<Viewing, TypeScale>> = {
  near: {
    hero: 68,
    title: 46,
    clock: 38,
    headline: 28,
    label: 22,
    floor: 20,
    gap: 12,
    padding: 20,
    header: 76,
  },
  hall: {
    hero: 109,
    title: 62,
    clock: 52,
    headline: 44,
    label: 35,
    floor: 31,
    gap: 16,
    padding: 28,
    header: 100,
  },
  single: {
    hero: 270,
    title: 65,
    clock: 54,
    headline: 76,
    label: 42,
    floor: 33,
    gap: 20,
    padding: 48,
    header: 104,
  },
}

/** The scale as custom properties (`--type-hero`, …) for the frame of a scene. */
export function typeVariables(type: TypeScale): Record<string, string> {
  return Object.fromEntries(Object.entries(type).map(([name, pixels]) => [`--type-${name}`, `${pixels}px`]))
}
