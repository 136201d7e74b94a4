import type { JsonRows } from '#warehouse'
import { packPart, type PackedAnswer } from './packed-answers.ts'

/** Rows of a part: a megabyte or two of text. One of every month may be open at a time. */
const mostRows = 8_192

/** An answer without rows: it too was asked. */
export async function emptyAnswer(): Promise<PackedAnswer> {
  return [await packPart(partText([], []))]
}

function partText(names: readonly string[], rows: readonly string[]): string {
  return `{"names":${JSON.stringify(names)},"rows":[${rows.join(',')}]}`
}

/** Gathers the rows of an answer as they come, apart by year or month, and packs them part by part. */
export class AnswerParts {
  private names: readonly string[] = []
  private readonly open = new Map<string, string[]>()
  private readonly packed = new Map<string, string[]>()

  async add({ names, keys, rows }: JsonRows): Promise<void> {
    this.names = names
    for (const [index, row] of rows.entries()) {
      const key = keys[index] ?? ''
      const gathered = this.open.get(key)
      if (gathered) gathered.push(row)
      else this.open.set(key, [row])
    }
    for (const [key, gathered] of this.open) if (gathered.length >= mostRows) await this.pack(key, gathered)
  }

  /** The answers by year or month; one without rows is not among them. */
  async done(): Promise<ReadonlyMap<string, PackedAnswer>> {
    for (const [key, gathered] of this.open) if (gathered.length > 0) await this.pack(key, gathered)
    return this.packed
  }

  private async pack(key: string, gathered: readonly string[]): Promise<void> {
    this.open.set(key, [])
    const part = await packPart(partText(this.names, gathered))
    const parts = this.packed.get(key)
    if (parts) parts.push(part)
    else this.packed.set(key, [part])
  }
}
