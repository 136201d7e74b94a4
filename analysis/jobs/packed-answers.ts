import { promisify } from 'node:util'
import { deflateRaw, inflateRawSync } from 'node:zlib'
import {
  candidatesOf,
  factsOf,
  type BudgetFacts,
  type CandidateAnswers,
  type Candidates,
  type LedgerAnswers,
  type TotalAnswers,
} from '../budget/index.ts'

/**
 * An answer of the store: some thousand rows to a part, each part compressed and written as text. Answers wait for the
 * judging and are kept in this form, a tenth of their size; only the part that is being read lies open.
 */
export type PackedAnswer = readonly string[]

export type PackedLedgers = LedgerAnswers<PackedAnswer>
export type PackedTotals = TotalAnswers<PackedAnswer>
/** What a check reads besides the candidates. */
export interface PackedFacts {
  readonly ledgers: PackedLedgers
  readonly totals: PackedTotals
}

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

/** The rows that a check works on, opened as they are gone through. */
export function unpackFacts({ ledgers, totals: { fields, answers } }: PackedFacts): BudgetFacts {
  return factsOf(unpackAll(ledgers), { fields, answers: unpackAll(answers) })
}

export function unpackCandidates({ payments, idsOf }: PackedCandidates): Candidates {
  return candidatesOf({ payments: unpack(payments), idsOf: unpackAll(idsOf) })
}

function unpackAll<Name extends string>(
  answers: Readonly<Record<Name, PackedAnswer>>,
): Record<Name, Iterable<string>> {
  const entries = Object.entries<PackedAnswer>(answers).map(([name, answer]) => [name, unpack(answer)])
  return Object.fromEntries(entries) as Record<Name, Iterable<string>>
}
