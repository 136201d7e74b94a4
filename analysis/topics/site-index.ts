import { findAliases } from './site-aliases.ts'
import { siteSuffixes } from './site-name-words.ts'
import { type HarvestedNames } from './site-names.ts'

const MIN_DOCUMENTS = 2
/** Shortest name that is also found at the head of a longer one. */
const MIN_HEAD = 4
/** Of the texts that hold a name's characters, at least this share must have it standing before a suffix. */
const MIN_NAME_SHARE = 0.2

/** Names that at least two texts hold, or one with a sure suffix, for lookup. */
export class SiteIndex {
  readonly #byStart = new Map<string, string[]>()
  #aliases: ReadonlyMap<string, string> = new Map()

  /** `texts` in the order of `harvested`; `known` are names from master data, taken as they are. */
  constructor(harvested: readonly HarvestedNames[], texts: readonly string[], known: Iterable<string> = []) {
    const counts = new Map<string, number>()
    const strong = new Set<string>()
    for (const names of harvested) {
      for (const [name, isStrong] of names) {
        counts.set(name, (counts.get(name) ?? 0) + 1)
        if (isStrong) strong.add(name)
      }
    }
    const candidates = [...counts]
      .filter(([name, count]) => count >= MIN_DOCUMENTS || strong.has(name))
      .map(([name]) => name)
    this.#index(candidates)
    const present = new Map<string, number>()
    for (const text of texts)
      for (const name of this.find(text)) present.set(name, (present.get(name) ?? 0) + 1)
    const names = candidates.filter(
      (name) => (counts.get(name) ?? 0) >= MIN_NAME_SHARE * (present.get(name) ?? 0),
    )
    this.#byStart.clear()
    this.#index(new Set([...names, ...known]))
    this.#aliases = findAliases(new Map(names.map((name) => [name, present.get(name) ?? 0])), siteSuffixes)
  }

  #index(names: Iterable<string>): void {
    for (const name of names) {
      if (name.length < 2) continue
      const start = name.slice(0, 2)
      const list = this.#byStart.get(start)
      if (list) list.push(name)
      else this.#byStart.set(start, [name])
    }
    for (const list of this.#byStart.values()) list.sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  }

  /**
   * Known names in the text under their usual spelling: at each position the longest, and heads of it that are names
   * themselves. 示例栖霞之城 gives 示例栖霞之城 and 栖霞之城.
   */
  find(text: string): Set<string> {
    const found = new Set<string>()
    for (let index = 0; index + 2 <= text.length; index++) {
      const list = this.#byStart.get(text.slice(index, index + 2))
      const names = list?.filter((candidate) => text.startsWith(candidate, index)) ?? []
      names.forEach((name, position) => {
        if (position > 0 && name.length < MIN_HEAD) return
        found.add(this.#aliases.get(name) ?? name)
      })
    }
    return found
  }
}
