import { type Random } from './prng.ts'

/** What a template may name: a text, or a text made anew at each mention. */
export type Slots = Readonly<Record<string, string | (() => string)>>

/**
 * Fills a hand-written template: `[甲|乙]` takes one alternative, `{3-12}` a whole number in that range and
 * `{名}` the slot of that name. An unknown slot is an error, so a typing slip cannot reach a sample file.
 */
export function expand(random: Random, template: string, slots: Slots): string {
  let text = template
  while (text.includes('[')) {
    const opened = text.replace(/\[([^[\]]*)\]/g, (_, inner: string) => random.pick(inner.split('|')))
    if (opened === text) break
    text = opened
  }
  return text.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const range = /^(\d+)-(\d+)$/.exec(name)
    if (range) return String(random.int(Number(range[1]), Number(range[2])))
    const slot = slots[name]
    if (slot === undefined) throw new Error(`Unknown slot {${name}} in: ${template}`)
    return typeof slot === 'function' ? slot() : slot
  })
}
