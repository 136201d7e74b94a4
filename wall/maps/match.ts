/** A region as the list of regions names it. */
export interface Region {
  readonly code: string
  readonly name: string
  readonly level: string
}

export interface MapMatch {
  readonly matched: { code: string; name: string }[]
  readonly unknown: string[]
  readonly missing: { code: string; name: string }[]
}

/** Which shapes have a region, which have none, and which districts have no shape. By code, never by name. */
export function matchCodes(codes: readonly string[], regions: readonly Region[]): MapMatch {
  const drawn = new Set(codes)
  const known = new Set(regions.map(({ code }) => code))
  const named = ({ code, name }: Region) => ({ code, name })
  return {
    matched: regions.filter(({ code }) => drawn.has(code)).map(named),
    unknown: codes.filter((code) => !known.has(code)),
    missing: regions.filter(({ code, level }) => level === '区县' && !drawn.has(code)).map(named),
  }
}
