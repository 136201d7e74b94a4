import { kindLabels } from '#terms'
import type { Kind } from '#warehouse'
import { IngestError } from '../errors.ts'
import { contracts } from './contracts.ts'
import type { Contract } from './contract.ts'
import { headerKeys } from './header-name.ts'
import { headerIndex, matchHeaders, type HeaderMatch } from './header-match.ts'

const all: readonly Contract[] = Object.values(contracts)

/** A header says more about the kind the fewer kinds accept it. */
const acceptedBy = new Map<string, number>()
for (const contract of all)
  for (const key of headerIndex(contract).keys()) acceptedBy.set(key, (acceptedBy.get(key) ?? 0) + 1)

/** True for a name that some kind's column goes by. */
export function isKnownHeader(header: string): boolean {
  return headerKeys(header).some((key) => acceptedBy.has(key))
}

export interface KindScore {
  readonly kind: Kind
  readonly match: HeaderMatch
  readonly score: number
}

/** All kinds ordered by how well the headers fit: complete matches first, then by the weight of what was recognised. */
export function rankKinds(headers: readonly string[]): KindScore[] {
  return all
    .map((contract) => scoreKind(contract, headers))
    .sort(
      (left, right) =>
        Number(left.match.missing.length > 0) - Number(right.match.missing.length > 0) ||
        right.score - left.score ||
        left.kind.localeCompare(right.kind),
    )
}

function scoreKind(contract: Contract, headers: readonly string[]): KindScore {
  const match = matchHeaders(contract, headers)
  let score = 0
  for (const column of match.columns.values()) score += weight(headers[column] ?? '')
  return { kind: contract.kind, match, score }
}

function weight(header: string): number {
  const known = headerKeys(header).find((key) => acceptedBy.has(key))
  return known === undefined ? 1 : 1 / (acceptedBy.get(known) ?? 1)
}

/**
 * The kind whose contract the headers fit. Throws `kind_unknown` (with the nearest kind and what it lacks) or
 * `kind_ambiguous` (with the best two).
 */
export function detectKind(headers: readonly string[], place = ''): HeaderMatch {
  const [first, second] = rankKinds(headers)
  if (first?.match.missing.length !== 0) throw unknown(headers, place)
  if (second?.match.missing.length === 0 && second.score >= first.score * 0.95)
    throw new IngestError(
      'kind_ambiguous',
      `分不清是“${kindLabels[first.kind]}”还是“${kindLabels[second.kind]}”：表头两种都符合。` +
        `请用 --kind ${first.kind} 或 --kind ${second.kind} 指明，或写一个映射文件。`,
      place,
    )
  return first.match
}

function unknown(headers: readonly string[], place: string): IngestError {
  const [nearest] = rankKinds(headers).sort((left, right) => right.score - left.score)
  const shown = headers.filter((header) => header.trim() !== '').slice(0, 12)
  const seen =
    shown.length === 0 ? '没有找到表头。' : `表头是：${shown.join('、')}${headers.length > 12 ? '……' : ''}。`
  const hint = nearest ? nearness(nearest.match) : ''
  return new IngestError(
    'kind_unknown',
    `认不出这是哪一类数据。${seen}${hint}请核对表头；表头没有错，就在网页“数据接入 → 待确认映射”里说明各列的含义，或写一个映射文件（见 docs/mapping-files.md）。`,
    place,
  )
}

function nearness({ contract, columns, missing }: HeaderMatch): string {
  if (columns.size < 2) return ''
  return `最接近“${kindLabels[contract.kind]}”，但缺少：${missing.map((field) => field.label).join('、')}。`
}
