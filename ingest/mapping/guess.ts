import { kindLabels } from '#terms'
import type { Kind } from '#warehouse'
import type { Contract, Field } from '../sources/contract.ts'
import { contracts } from '../sources/contracts.ts'
import { rankKinds } from '../sources/detect.ts'
import { matchHeaders } from '../sources/header-match.ts'
import { headerSimilarity } from './similar.ts'
import { shapeOf, suits, type ValueShape } from './value-shape.ts'

/** Why a column was taken for a field. Only `name` is sure enough to be used without asking. */
export type GuessReason = 'name' | 'memory' | 'similar' | 'values'

export interface ColumnGuess {
  readonly index: number
  readonly header: string
  /** Canonical field, or null when nothing fits. */
  readonly field: string | null
  /** 0–1 */
  readonly confidence: number
  readonly reason: GuessReason | null
}

export interface GuessInput {
  readonly headers: readonly string[]
  /** Cells of the first rows under the header, in the order of `headers`. */
  readonly rows: readonly (readonly string[])[]
  /** Header → field of a mapping that was confirmed before for a file much like this one. */
  readonly remembered?: ReadonlyMap<string, string>
}

const leastConfidence = 0.4
const sureSimilarity = 0.5
/** Latin letters repeat more: Service Code is no SETMODE_CODE. */
const sureLatinSimilarity = 0.65

interface Candidate {
  readonly index: number
  readonly field: Field
  readonly confidence: number
  readonly reason: GuessReason
}

/** What each column of a sheet most likely is, under one contract; each column and each field is used once. */
export function guessColumns(contract: Contract, input: GuessInput): ColumnGuess[] {
  const shapes = input.headers.map((_, index) => shapeOf(input.rows.map((row) => row[index] ?? '')))
  const candidates = [...named(contract, input), ...likely(contract, input, shapes)]
  candidates.sort(
    (left, right) => right.confidence - left.confidence || left.index - right.index || byField(left, right),
  )
  const byColumn = new Map<number, Candidate>()
  const taken = new Set<string>()
  for (const candidate of candidates) {
    if (byColumn.has(candidate.index) || taken.has(candidate.field.name)) continue
    byColumn.set(candidate.index, candidate)
    taken.add(candidate.field.name)
  }
  return input.headers.map((header, index) => {
    const found = byColumn.get(index)
    return {
      index,
      header,
      field: found?.field.name ?? null,
      confidence: found ? Math.round(found.confidence * 100) / 100 : 0,
      reason: found?.reason ?? null,
    }
  })
}

function byField(left: Candidate, right: Candidate): number {
  return left.field.name < right.field.name ? -1 : 1
}

/** Columns that the contract knows by name, and those a confirmed mapping settled. */
function named(contract: Contract, { headers, remembered }: GuessInput): Candidate[] {
  const exact = [...matchHeaders(contract, headers).columns]
  const settled = headers.flatMap((header, index) => {
    const field = contract.fields.find(({ name }) => name === remembered?.get(header))
    return field ? [{ index, field, confidence: 0.98, reason: 'memory' as const }] : []
  })
  const memory = new Set(settled.map(({ index }) => index))
  const byName = exact.flatMap(([name, index]) => {
    const field = contract.fields.find((one) => one.name === name)
    return field && !memory.has(index) ? [{ index, field, confidence: 1, reason: 'name' as const }] : []
  })
  return [...settled, ...byName]
}

/** Columns whose header resembles an accepted one, or whose cells alone suit a field that is required. */
function likely(contract: Contract, { headers }: GuessInput, shapes: readonly ValueShape[]): Candidate[] {
  return headers.flatMap((header, index) => {
    const shape = shapes[index]
    if (!shape || header === '') return []
    return contract.fields.flatMap((field) => {
      const suited = suits(shape, field, contract.key.includes(field.name))
      if (suited < 0) return []
      const similarity = bestSimilarity(header, field)
      const isAlike = similarity >= (/[^ -~]/.test(header) ? sureSimilarity : sureLatinSimilarity)
      const required = (field.required ?? field.columnRequired) === true
      const confidence = isAlike ? 0.7 * similarity + 0.2 * suited : required ? 0.5 * suited : 0
      if (confidence < leastConfidence) return []
      return [{ index, field, confidence, reason: isAlike ? ('similar' as const) : ('values' as const) }]
    })
  })
}

function bestSimilarity(header: string, field: Field): number {
  return Math.max(
    ...[field.label, field.name, ...(field.headers ?? [])].map((name) => headerSimilarity(header, name)),
  )
}

export interface KindGuess {
  readonly kind: Kind
  readonly label: string
  /** 0–1; 1 = all required fields found by name. */
  readonly fit: number
}

/** All kinds by how much of their contract the columns seem to hold. */
export function guessKinds(input: GuessInput): KindGuess[] {
  const weights = new Map(rankKinds(input.headers).map((score) => [score.kind, score.score]))
  return Object.values(contracts)
    .map((contract) => {
      const guesses = guessColumns(contract, input)
      const required = contract.fields.filter((field) => field.required ?? field.columnRequired)
      const found = required.map(
        (field) => guesses.find((guess) => guess.field === field.name)?.confidence ?? 0,
      )
      const coverage = found.reduce((sum, confidence) => sum + confidence, 0) / Math.max(1, found.length)
      const weight = weights.get(contract.kind) ?? 0
      const explained =
        guesses.reduce((sum, guess) => sum + guess.confidence, 0) / Math.max(1, guesses.length)
      const fit = 0.5 * coverage + 0.3 * explained + 0.2 * Math.min(1, weight / 3)
      return { kind: contract.kind, label: kindLabels[contract.kind], fit: Math.round(fit * 100) / 100 }
    })
    .sort((left, right) => right.fit - left.fit || (left.kind < right.kind ? -1 : 1))
}
