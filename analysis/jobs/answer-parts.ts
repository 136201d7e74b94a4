import type { JsonRows } from '#warehouse'
import { packPart, type PackedAnswer } from './packed-answers.ts'

/** Rows of a part: a few megabytes of text. */
const mostRows = 16_384

/** An answer without rows: it too was asked. */
export async function emptyAnswer(): Promise<PackedAnswer> {
  return [await packPart(partText([], []))]
}

function partText(names: readonly string[], rows: readonly string[]): string {
  return `{"names":${JSON.stringify(names)},"rows":[${rows.join(',')}]}`
}

/** Gathers the rows of an answer as they come, apart by year, and packs them part by part. */
export class AnswerParts {
  private names: readonly string[] = []
  private readonly open = new Map<number, string[]>()
  private readonly packed = new Map<number, string[]>()

  async add({ names, keys, rows }: JsonRows): Promise<void> {
    this.names = names
    for (const [index, row] of rows.entries()) {
      const year = keys[index] ?? 0
      const gathered = this.open.get(year)
      if (gathered) gathered.push(row)
      else this.open.set(year, [row])
    }
    for (const [year, gathered] of this.open) if (gathered.length >= mostRows) await this.pack(year, gathered)
  }

  /** The answers by year; a year without rows is not among them. */
  async done(): Promise<ReadonlyMap<number, PackedAnswer>> {
    for (const [year, gathered] of this.open) if (gathered.length > 0) await this.pack(year, gathered)
    return this.packed
  }

  private async pack(year: number, gathered: readonly string[]): Promise<void> {
    this.open.set(year, [])
    const part = await packPart(partText(this.names, gathered))
    const parts = this.packed.get(year)
    if (parts) parts.push(part)
    else this.packed.set(year, [part])
  }
}
