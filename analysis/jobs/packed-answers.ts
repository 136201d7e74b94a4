import { promisify } from 'node:util'
import { deflateRaw, inflateRawSync } from 'node:zlib'
import type { CandidateAnswers, LedgerAnswers, TotalAnswers } from '../budget/index.ts'

/**
 * An answer of the store: some thousand rows to a part, each part compressed and written as text. Answers wait for the
 * judging and are kept in this form, a tenth of their size; only the part that is being read lies open.
 */
export type PackedAnswer = readonly string[]

export type PackedLedgers = LedgerAnswers<PackedAnswer>
export type PackedTotals = TotalAnswers<PackedAnswer>
export type PackedCandidates = CandidateAnswers<PackedAnswer>

const deflated = promisify(deflateRaw)

/** Packs one part of an answer. */
export async function packPart(text: string): Promise<string> {
  return (await deflated(text, { level: 1 })).toString('base64')
}

/** The parts of an answer as they were before, one at a time and as often as they are gone through. */
export function unpack(answer: PackedAnswer): Iterable<string> {
  return {
    *[Symbol.iterator]() {
      for (const part of answer) yield inflateRawSync(Buffer.from(part, 'base64')).toString()
    },
  }
}

export function unpackLedgers(ledgers: PackedLedgers): LedgerAnswers {
  return unpackAll(ledgers)
}

export function unpackTotals({ fields, answers }: PackedTotals): TotalAnswers {
  return { fields, answers: unpackAll(answers) }
}

export function unpackCandidates({ payments, idsOf }: PackedCandidates): CandidateAnswers {
  return { payments: unpack(payments), idsOf: unpackAll(idsOf) }
}

function unpackAll<Name extends string>(
  answers: Readonly<Record<Name, PackedAnswer>>,
): Record<Name, Iterable<string>> {
  const entries = Object.entries<PackedAnswer>(answers).map(([name, answer]) => [name, unpack(answer)])
  return Object.fromEntries(entries) as Record<Name, Iterable<string>>
}
