import { narrow } from '../values/text.ts'

const bracketed = /[([{【〔「][^)\]}】〕」]*[)\]}】〕」]$/

/** A header as it is compared: narrow, lower case, without blanks, marks for required columns or a trailing bracket. */
export function headerKey(header: string): string {
  return bareKey(header).replace(bracketed, '')
}

/** The same with its trailing bracket kept: 金额(万元) and 金额(美元) stay apart. */
export function bareKey(header: string): string {
  return narrow(header)
    .toLowerCase()
    .replace(/[\s*＊:："'“”_]/g, '')
}

/** Stands between the parts of a header made of several rows: 预算数›年初. */
export const headerSeparator = '›'

/** Longer cells are texts, not headers. */
const longestHeader = 80
const known = new Map<string, readonly string[]>()

/** The keys to look a header up by, most specific first. Looking for a header asks this of the same cells many times. */
export function headerKeys(header: string): readonly string[] {
  if (header.length > longestHeader) return []
  const found = known.get(header)
  if (found) return found
  const keys = computeKeys(header)
  if (known.size >= 10_000) known.clear()
  known.set(header, keys)
  return keys
}

function computeKeys(header: string): string[] {
  const parts = header.split(headerSeparator)
  const names = parts.map((_, from) => parts.slice(from).join(''))
  return [...new Set(names.flatMap((name) => [bareKey(name), headerKey(name)]))].filter((key) => key !== '')
}
