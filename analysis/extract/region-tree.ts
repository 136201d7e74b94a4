import type { RegionName } from './entity.ts'

/** Who lies in whom. */
export class RegionTree {
  readonly #parents: ReadonlyMap<string, string | null>

  constructor(regions: readonly RegionName[]) {
    this.#parents = new Map(regions.map(({ code, parent }) => [code, parent]))
  }

  /** The region and all that contain it, from the inside out. A circle in the data ends the chain. */
  chain(code: string): string[] {
    const chain: string[] = []
    for (let at: string | null | undefined = code; at; at = this.#parents.get(at)) {
      if (chain.includes(at)) break
      chain.push(at)
    }
    return chain
  }

  contains(outer: string, inner: string): boolean {
    return this.chain(inner).includes(outer)
  }

  /**
   * The candidates that the other regions named in the text speak for: those inside one of them, where that tells
   * candidates apart. All of them when the text says nothing.
   */
  narrow(candidates: readonly string[], mentioned: ReadonlySet<string>): readonly string[] {
    const chains = candidates.map((code) => this.chain(code).slice(1))
    const shared = new Set(chains[0]?.filter((code) => chains.every((chain) => chain.includes(code))))
    const fitting = candidates.filter((_, index) =>
      chains[index]?.some((code) => mentioned.has(code) && !shared.has(code)),
    )
    return fitting.length > 0 ? fitting : candidates
  }
}
