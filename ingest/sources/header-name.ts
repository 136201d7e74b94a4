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

/** Stands between the two parts of a header made of two rows: 预算数›年初. */
export const headerSeparator = '›'

/** The keys to look a header up by, most specific first. */
export function headerKeys(header: string): string[] {
  const parts = header.split(headerSeparator)
  const last = parts.at(-1) ?? ''
  const names = parts.length > 1 ? [parts.join(''), last] : [header]
  return [...new Set(names.flatMap((name) => [bareKey(name), headerKey(name)]))].filter((key) => key !== '')
}
