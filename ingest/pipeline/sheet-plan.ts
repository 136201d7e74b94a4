import { kindLabels } from '#terms'
import type { SheetLayout } from '#warehouse'
import { IngestError } from '../errors.ts'
import type { Sheet } from '../formats/table.ts'
import { isRequired, type Mapping } from '../mapping/mapping.ts'
import { fitsFile, fitsHeaders } from '../mapping/match.ts'
import type { Contract, Field } from '../sources/contract.ts'
import type { Masters } from '../sources/references.ts'
import { resolvePolicy, type ContractPolicy, type ResolvedPolicy } from '../sources/policy.ts'
import { detectKind, rankKinds } from '../sources/detect.ts'
import { matchHeaders, type HeaderMatch } from '../sources/header-match.ts'
import { bareKey, headerSeparator } from '../sources/header-name.ts'
import { unitsInHeader, unitsInTitle } from '../values/unit.ts'
import { correctionFile, isCorrection } from '../quarantine/columns.ts'
import { columnNames, keptNames, unnamed } from './column-names.ts'
import type { PlannedHeader } from './planned-header.ts'
import { spreadMerged, type MergedColumns } from './merged-columns.ts'
import { refuseTableAbove, refuseTableBeside } from './other-table.ts'
import { headerCandidates, readHead, type FoundHeader } from './sheet-head.ts'

/** How one sheet will be read. */
export interface SheetPlan extends PlannedHeader {
  readonly surplus: readonly number[]
  readonly policy: ResolvedPolicy
  /** Cells of its rows that are merged downwards. */
  readonly merged: Pick<MergedColumns, 'filled' | 'single'>
  /** What its references are held to; empty: nothing is known yet. */
  readonly masters: Masters
  /** The day of reading in Shanghai, before which all that happened lies; null: any day is taken. */
  readonly today: string | null
}

export interface PlanRequest {
  readonly fileName: string
  readonly contract: Contract | null
  /** Given by the caller: used whatever the file is. */
  readonly mapping: Mapping | null
  /** Of the data home, those for the file's source: used where their `match` fits. */
  readonly mappings: readonly Mapping[]
  /** Of the source; wins over the mapping's. */
  readonly policy?: ContractPolicy | undefined
  readonly masters?: Masters | undefined
  readonly today?: string | undefined
}

/** The columns of a planned sheet, as the ledger keeps them. */
export function layoutOf({ sheet, headers, columns }: SheetPlan): SheetLayout {
  const names = keptNames(headers)
  return {
    sheet: sheet.name,
    headers: names,
    fields: Object.fromEntries([...columns].map(([field, index]) => [field, names[index] ?? unnamed(index)])),
  }
}

/** Null for a sheet without any row. Throws IngestError when the sheet's kind cannot be told. */
export async function planSheet(sheet: Sheet, request: PlanRequest): Promise<SheetPlan | null> {
  const found = await planFound(sheet, request)
  if (!found) return null
  const { sheet: filled, ...merged } = await spreadMerged(found)
  const { masters = new Map(), today = null } = request
  return { ...found, sheet: filled, merged, masters, today }
}

/** A plan before its merged cells are looked at and it is told what the warehouse knows, and the day. */
type BarePlan = Omit<SheetPlan, 'masters' | 'merged' | 'today'>

async function planFound(sheet: Sheet, request: PlanRequest): Promise<BarePlan | null> {
  const skip = request.mapping?.skip ?? 0
  const candidates = sheet.headers
    ? [{ headers: sheet.headers, line: 0, above: [] }]
    : [...headerCandidates(await readHead(sheet, skip))]
  if (candidates.length === 0 || candidates[0]?.headers.length === 0) return null
  if (candidates.some(({ headers }) => isCorrection(headers))) throw correctionFile(request.fileName)
  const mapping = request.mapping ?? findMapping(request, candidates)
  if (mapping) return planMapped(sheet, mapping, candidates, request)
  if (request.contract) return planContract(sheet, request.contract, candidates, request)
  return planDetected(sheet, candidates, request)
}

/** Throws IngestError `mapping_ambiguous` where two mappings fit equally well. */
function findMapping(request: PlanRequest, candidates: readonly FoundHeader[]): Mapping | null {
  const fitting = request.mappings.filter((mapping) => {
    if (request.contract && mapping.contract !== request.contract) return false
    if (mapping.matchFile !== null && !fitsFile(mapping, request.fileName)) return false
    if (mapping.matchHeaders.length === 0)
      return mapping.matchFile !== null || mapping.matchSources.length > 0
    return candidates.some((candidate) => fitsHeaders(mapping, candidate.headers))
  })
  const [best, next] = fitting.sort(closerFirst)
  if (best && next && closerFirst(best, next) === 0)
    throw new IngestError(
      'mapping_ambiguous',
      `“${request.fileName}”同时符合映射“${best.name}”和“${next.name}”，看不出该用哪一个。请把其中一个的适用条件（来源、文件名或表头）写得更窄，再接入。`,
      request.fileName,
    )
  return best ?? null
}

/** A source's own stand before those of nobody; then the one that names most of the file's headers knows it best. */
function closerFirst(left: Mapping, right: Mapping): number {
  const closeness = ({ matchSources, matchHeaders, matchFile }: Mapping): number[] => [
    Number(matchSources.length > 0),
    matchHeaders.length,
    Number(matchFile !== null),
  ]
  const [a, b] = [closeness(left), closeness(right)]
  return a.map((value, index) => (b[index] ?? 0) - value).find((difference) => difference !== 0) ?? 0
}

function planMapped(
  sheet: Sheet,
  mapping: Mapping,
  candidates: readonly FoundHeader[],
  { fileName, policy }: PlanRequest,
): BarePlan {
  const best = bestBy(candidates, (candidate) => {
    const columns = mappedColumns(mapping, candidate.headers)
    return columns.size - missingMapped(mapping, columns).length * 100
  })
  const columns = mappedColumns(mapping, best.headers)
  const missing = missingMapped(mapping, columns)
  if (missing.length > 0)
    throw new IngestError(
      'mapping_mismatch',
      `“${fileName}”与映射“${mapping.name}”对不上：文件里没有 ${missing.map((field) => describeSource(mapping, field)).join('、')}。`,
      fileName,
    )
  return finish(sheet, mapping.contract, mapping, best, columns, [], policy)
}

/** Which column serves each field by a mapping, and by the contract where the mapping says nothing. */
export function mappedColumns(mapping: Mapping, headers: readonly string[]): Map<string, number> {
  const keys = columnNames(headers).map((header) => bareKey(header.replaceAll(headerSeparator, '')))
  const columns = new Map<string, number>()
  for (const [field, source] of mapping.columns) {
    const index = source.headers
      .map((header) => keys.indexOf(bareKey(header.replaceAll(headerSeparator, ''))))
      .find((found) => found >= 0)
    if (index !== undefined) columns.set(field, index)
  }
  if (mapping.onlyListed) return columns
  const taken = new Set(columns.values())
  for (const [field, index] of matchHeaders(mapping.contract, headers).columns)
    if (!mapping.columns.has(field) && !taken.has(index)) columns.set(field, index)
  return columns
}

/** Fields a mapping must give and these columns lack. */
export function missingMapped(mapping: Mapping, columns: ReadonlyMap<string, number>): Field[] {
  return mapping.contract.fields.filter((field) => {
    if (columns.has(field.name) || typeof mapping.columns.get(field.name)?.constant === 'string') return false
    return isRequired(field, mapping)
  })
}

function describeSource(mapping: Mapping, field: Field): string {
  const headers = mapping.columns.get(field.name)?.headers ?? []
  return headers.length > 0 ? `“${headers.join('”或“')}”（${field.label}）` : `“${field.label}”`
}

function planContract(
  sheet: Sheet,
  contract: Contract,
  candidates: readonly FoundHeader[],
  { fileName, policy }: PlanRequest,
): BarePlan {
  const score = (match: HeaderMatch): number => match.columns.size - match.missing.length * 100
  const best = bestBy(candidates, (candidate) => score(matchHeaders(contract, candidate.headers)))
  const match = matchHeaders(contract, best.headers)
  if (match.missing.length > 0) throw notOfKind(contract, match.missing, fileName)
  return finish(sheet, contract, null, best, match.columns, match.surplus, policy)
}

function notOfKind({ kind, refusal }: Contract, missing: readonly Field[], fileName: string): IngestError {
  if (refusal !== undefined) return new IngestError('format_unsupported', `“${fileName}”${refusal}`, fileName)
  return new IngestError(
    'kind_unknown',
    `“${fileName}”不符合“${kindLabels[kind]}”：缺少必需的列 ${missing.map((field) => field.label).join('、')}。` +
      '请核对表头；表头没有错，就在网页“数据接入 → 待确认映射”里说明各列的含义，或写一个映射文件（见 docs/mapping-files.md）。',
    fileName,
  )
}

function planDetected(
  sheet: Sheet,
  candidates: readonly FoundHeader[],
  { fileName, policy }: PlanRequest,
): BarePlan {
  const best = bestBy(candidates, (candidate) => {
    const [first] = rankKinds(candidate.headers)
    if (!first) return 0
    return first.match.missing.length === 0 ? 1000 + first.score : first.score
  })
  const match = detectKind(best.headers, fileName)
  return finish(sheet, match.contract, null, best, match.columns, match.surplus, policy)
}

/** The first of the best: single header rows stand before double ones, upper rows before lower ones. */
function bestBy(candidates: readonly FoundHeader[], score: (candidate: FoundHeader) => number): FoundHeader {
  let best = candidates[0]
  let bestScore = -Infinity
  for (const candidate of candidates) {
    const value = score(candidate)
    if (value <= bestScore) continue
    best = candidate
    bestScore = value
  }
  if (!best) throw new TypeError('no header candidate')
  return best
}

function finish(
  sheet: Sheet,
  contract: Contract,
  mapping: Mapping | null,
  header: FoundHeader,
  columns: ReadonlyMap<string, number>,
  surplus: readonly number[],
  policy: ContractPolicy | undefined,
): BarePlan {
  refuseTableAbove(header, sheet.name ?? '')
  refuseTableBeside(header, columns, sheet.name ?? '')
  const resolved = resolvePolicy(mapping?.policy, policy)
  if (resolved.columns === 'freeze') refuseUnknown(sheet, header, columns, surplus)
  return {
    sheet,
    contract,
    mapping,
    headers: header.headers,
    headerLine: header.line,
    columns,
    surplus,
    titleUnits: unitsAbove(header),
    policy: resolved,
  }
}

/** 单位：万元 nearest above the header; else a short title that ends in (万元). */
function unitsAbove({ above }: FoundHeader): string[] {
  const stated = above.map(({ cells }) => unitsInTitle(cells))
  const titles = above.flatMap(({ cells }) => cells).filter((cell) => cell.length <= longestTitle)
  return [...titles.map(unitsInHeader), ...stated].findLast((units) => units.length > 0) ?? []
}

const longestTitle = 60

/** For a source whose files must have exactly the columns of their contract. */
function refuseUnknown(
  sheet: Sheet,
  { headers }: FoundHeader,
  columns: ReadonlyMap<string, number>,
  surplus: readonly number[],
): void {
  const known = new Set([...columns.values(), ...surplus])
  const unknown = headers.filter((header, index) => header !== '' && !known.has(index))
  if (unknown.length === 0) return
  throw new IngestError(
    'contract_frozen',
    `${sheet.name === null ? '' : `工作表“${sheet.name}”里`}有约定以外的列：${unknown.join('、')}。` +
      '这个来源规定表头不得增加列，请删去这些列，或在来源设置里放宽。',
    sheet.name ?? '',
  )
}
