import { readFile, rename } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { isMap, parseDocument, stringify, type Document } from 'yaml'
import { writeWhole } from '#files'
import { IngestError } from '../../errors.ts'
import { parseSource, sourcePath, sourcesFolder } from './read.ts'
import type { SourceFile } from './schema.ts'
import { isSourceName, type Source } from './source.ts'

/**
 * Writes a source's settings; comments of a hand-written file stay where their keys stay. The version before is kept
 * beside it as `.<name>.yaml.previous`. Throws IngestError `source_invalid`, or `source_taken` for a new source whose
 * name another has, and then leaves everything as it was.
 */
export async function saveSource(
  dataDir: string,
  name: string,
  settings: SourceFile,
  isNew = false,
): Promise<Source> {
  if (!isSourceName(name))
    throw new IngestError('source_invalid', '来源的名字只能用文字、数字、- 和 _，最长 60 个字。', name)
  const existing = await sourcePath(dataDir, name)
  if (isNew && existing !== null)
    throw new IngestError(
      'source_taken',
      `已有代号为“${name}”的来源。请换一个代号，或打开那个来源修改。`,
      name,
    )
  const path = existing ?? join(sourcesFolder(dataDir), `${name}.yaml`)
  const before = existing === null ? null : await readFile(existing, 'utf8')
  const text = before === null ? stringify(settings) : revised(before, settings)
  const source = parseSource(text, basename(path))
  if (before !== null && before !== text) await writeWhole(previousOf(path), before)
  await writeWhole(path, text)
  return source
}

/** Takes a source out of use; its file is kept as the previous version. */
export async function removeSource(dataDir: string, name: string): Promise<void> {
  const path = await sourcePath(dataDir, name)
  if (path === null) throw new IngestError('source_unknown', `没有名为“${name}”的数据来源。`, name)
  await rename(path, previousOf(path))
}

function previousOf(path: string): string {
  return join(path, '..', `.${basename(path)}.previous`)
}

/** The old text with the new settings: keys are set one by one, so that comments and order survive. */
function revised(before: string, settings: SourceFile): string {
  const document = parseDocument(before)
  if (document.errors.length > 0 || !isMap(document.contents)) return stringify(settings)
  merge(document, [], settings)
  return document.toString()
}

function merge(document: Document, path: readonly string[], value: Readonly<Record<string, unknown>>): void {
  const node: unknown = path.length === 0 ? document.contents : document.getIn(path)
  const current: unknown = isMap(node) ? node.toJSON() : {}
  for (const key of Object.keys(current as object))
    if (value[key] === undefined) document.deleteIn([...path, key])
  for (const [key, child] of Object.entries(value)) {
    if (child === undefined) continue
    const place = [...path, key]
    if (isPlainMap(child) && isMap(document.getIn(place))) merge(document, place, child)
    else if (JSON.stringify((current as Record<string, unknown>)[key]) !== JSON.stringify(child))
      document.setIn(place, document.createNode(child))
  }
}

function isPlainMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
