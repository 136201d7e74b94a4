import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate'
import { fallbacks } from './layout.ts'

/** ZIP times start in 1980; letters carry their own date inside. */
const packedAt = new Date(1990, 0, 1)

/**
 * The package with our font table, fixed times and ids: the same letter gives the same bytes, and a computer without
 * the official fonts is told which to take.
 * @param date day of approval, written as the document's date; null for a draft
 */
export function repack(packed: Uint8Array, date: string | null): Uint8Array {
  const files = unzipSync(packed)
  const out: Record<string, Uint8Array> = {}
  for (const name of Object.keys(files).sort()) {
    const content = files[name]
    if (content !== undefined) out[name] = rewritten(name, content, date)
  }
  out['word/fontTable.xml'] = strToU8(fontTable())
  return zipFiles(out)
}

/** A ZIP of the files, in order of their names, with fixed times. */
export function zipFiles(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const entries: Zippable = {}
  for (const name of Object.keys(files).sort()) {
    const content = files[name]
    if (content !== undefined) entries[name] = [content, { mtime: packedAt, level: 6 }]
  }
  return zipSync(entries)
}

function rewritten(name: string, content: Uint8Array, date: string | null): Uint8Array {
  if (name !== 'docProps/core.xml') return content
  const at = `${date ?? '1990-01-01'}T00:00:00Z`
  return strToU8(strFromU8(content).replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, at))
}

function fontTable(): string {
  const entries = Object.entries(fallbacks).map(
    ([name, others]) =>
      `<w:font w:name="${name}"><w:altName w:val="${others.join(',')}"/><w:charset w:val="86"/>` +
      '<w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>',
  )
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
    `${entries.join('')}</w:fonts>`
  )
}
