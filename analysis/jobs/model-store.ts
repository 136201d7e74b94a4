import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { Type, type Static } from 'typebox'
import { Value } from 'typebox/value'
import { readIfPresent, writeWhole } from '#files'

const Examples = Type.Object({
  fields: Type.Array(Type.String()),
  labels: Type.Array(Type.String()),
  /** One list of field texts per example, and the number of its label. */
  rows: Type.Array(Type.Tuple([Type.Integer({ minimum: 0 }), Type.Array(Type.String())])),
})

/** Labelled texts kept beside a model, so that it can be trained again with what people decided since. */
export interface StoredExamples {
  fields: readonly string[]
  examples: readonly { text: Readonly<Record<string, string>>; label: string }[]
}

/** A model's file with its name and the first digits of its SHA-256: what a result says it was made with. */
export interface StoredBytes {
  name: string
  bytes: Uint8Array
}

/** The model of this name, or null when there is none. */
export async function readModelBytes(modelsDir: string, name: string): Promise<StoredBytes | null> {
  const bytes = await readIfPresent(join(modelsDir, `${name}.model`))
  return bytes === null ? null : { name: versionedName(name, bytes), bytes }
}

/**
 * Makes this the model of its name. Every version also stays under its own name (`default@1a2b3c4d.model`), so that an
 * earlier one can be put back; a crash leaves the old file or the new one, never half of one.
 */
export async function writeModelBytes(modelsDir: string, name: string, bytes: Uint8Array): Promise<string> {
  await writeWhole(join(modelsDir, `${versionedName(name, bytes)}.model`), bytes)
  const path = join(modelsDir, `${name}.model`)
  await writeWhole(path, bytes)
  return path
}

export async function readExamples(modelsDir: string, name: string): Promise<StoredExamples | null> {
  const bytes = await readIfPresent(join(modelsDir, `${name}.examples`))
  if (bytes === null) return null
  const found: unknown = JSON.parse(gunzipSync(bytes).toString('utf8'))
  return Value.Check(Examples, found) ? unpack(found) : null
}

export async function writeExamples(
  modelsDir: string,
  name: string,
  { fields, examples }: StoredExamples,
): Promise<void> {
  const labels = [...new Set(examples.map(({ label }) => label))].sort()
  const places = new Map(labels.map((label, place) => [label, place]))
  const rows = examples.map(({ text, label }): [number, string[]] => [
    places.get(label) ?? 0,
    fields.map((field) => text[field] ?? ''),
  ])
  const packed: Static<typeof Examples> = { fields: [...fields], labels, rows }
  await writeWhole(join(modelsDir, `${name}.examples`), gzipSync(JSON.stringify(packed)))
}

function unpack({ fields, labels, rows }: Static<typeof Examples>): StoredExamples {
  return {
    fields,
    examples: rows.map(([label, texts]) => ({
      label: labels[label] ?? '',
      text: Object.fromEntries(fields.map((field, at) => [field, texts[at] ?? ''])),
    })),
  }
}

function versionedName(name: string, bytes: Uint8Array): string {
  return `${name}@${createHash('sha256').update(bytes).digest('hex').slice(0, 8)}`
}
