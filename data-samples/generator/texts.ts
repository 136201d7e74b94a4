import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** One entry of a hand-written text file: a head line and lines by their leading mark. */
export interface TextEntry {
  name: string
  fields: string[]
  /** Lines that start with the mark, without it; never empty for a mark that is asked for. */
  lines(mark: string): string[]
}

const root = fileURLToPath(new URL('../texts/', import.meta.url))

/**
 * Reads `texts/<folder>/*.txt` in the order of their names. An entry starts with `== 名称 | 字段 | 字段`; every other
 * line is a one-character mark, a blank and a template (see template.ts). `//` starts a remark.
 */
export function readTexts(folder: string): TextEntry[] {
  const names = readdirSync(`${root}${folder}`)
    .filter((name) => name.endsWith('.txt'))
    .sort()
  return names.flatMap((name) => parseTexts(readFileSync(`${root}${folder}/${name}`, 'utf8'), name))
}

export function parseTexts(source: string, place: string): TextEntry[] {
  const entries: { name: string; fields: string[]; lines: Map<string, string[]> }[] = []
  for (const raw of source.split('\n')) {
    const line = raw.trim()
    if (line === '' || line.startsWith('//')) continue
    if (line.startsWith('== ')) {
      const [name = '', ...fields] = line.slice(3).split('|')
      entries.push({ name: name.trim(), fields: fields.map((field) => field.trim()), lines: new Map() })
      continue
    }
    const entry = entries.at(-1)
    if (!entry || line[1] !== ' ')
      throw new Error(`${place}: a line without mark or entry: ${line.slice(0, 20)}`)
    const mark = line[0] ?? ''
    entry.lines.set(mark, [...(entry.lines.get(mark) ?? []), line.slice(2)])
  }
  return entries.map(({ name, fields, lines }) => ({
    name,
    fields,
    lines: (mark) => {
      const found = lines.get(mark)
      if (!found) throw new Error(`${place}: ${name} has no line marked ${mark}`)
      return found
    },
  }))
}
