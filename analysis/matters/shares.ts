/** Voices dealt out at a time: later ones meet more earlier ones, so no thread gets only late ones. */
const RUN = 1024

/** The runs of voices [from, to) that belong to a share. */
export function* ofShare(size: number, share: number, shares: number): Generator<[from: number, to: number]> {
  for (let from = share * RUN; from < size; from += shares * RUN) yield [from, Math.min(size, from + RUN)]
}
