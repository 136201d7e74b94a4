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
