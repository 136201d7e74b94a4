import type { MergedCell } from '../table.ts'
import type { XlsxArchive } from './archive.ts'
import { columnIndex } from './sheet-rows.ts'

const mergedCell = /<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]+)(\d+):[A-Z]+(\d+)"/g
/** No tag of interest is longer. */
const longestTag = 500

/**
 * The cells of a worksheet part that are merged downwards, which it lists behind its rows (ECMA-376 18.3.1.55). The part
 * is unpacked but not parsed for it: a `<` stands nowhere but at the start of a tag.
 */
export async function readMergedCells(archive: XlsxArchive, part: string): Promise<MergedCell[]> {
  const found = new Map<string, MergedCell>()
  let rest = ''
  for await (const chunk of await archive.stream(part)) {
    const text = rest + (chunk as Buffer).toString('latin1')
    for (const [, letters = '', first, last] of text.matchAll(mergedCell))
      if (Number(last) > Number(first))
        found.set(`${letters}${first}`, {
          column: columnIndex(letters),
          first: Number(first),
          last: Number(last),
        })
    const tag = text.lastIndexOf('<')
    rest = tag >= 0 && text.length - tag < longestTag ? text.slice(tag) : ''
  }
  return [...found.values()]
}
