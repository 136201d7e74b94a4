import type { LineageStep as State } from '#warehouse'
import type { HistoryStep } from '../contract/index.ts'
import { columnLabel } from '../labels.ts'
import { localTime } from './local-time.ts'

/** Columns by which a source dates a step itself, in the order of the work. */
const statedSteps: readonly (readonly [column: string, label: string])[] = [
  ['submitted_at', '提出'],
  ['created_at', '提出'],
  ['assigned_at', '交办'],
  ['signed_at', '签收'],
  ['replied_at', '答复'],
]

/** Long texts are told to have changed, not repeated. */
const longest = 40

/**
 * The life of a record, oldest first: the steps its source dates, and every change seen from one load to the next. A
 * state seen again after another one is a change too.
 */
export function toHistory(states: readonly State[]): HistoryStep[] {
  const [current] = states
  if (!current) return []
  return [...statedHistory(current), ...seenHistory(states)].sort((left, right) =>
    left.at < right.at ? -1 : left.at > right.at ? 1 : 0,
  )
}

function statedHistory({ values }: State): HistoryStep[] {
  return statedSteps.flatMap(([column, label]) => {
    const at = values[column]
    if (at === null || at === undefined) return []
    const instant = at.length === 10 ? `${at}T00:00:00Z` : at
    return [{ at: instant, basis: 'stated' as const, label, changes: [], file: null, row: null }]
  })
}

function seenHistory(states: readonly State[]): HistoryStep[] {
  const seen = states
    .flatMap((state) => state.observedAt.map((at) => ({ at, state })))
    .sort((left, right) => (left.at < right.at ? -1 : left.at > right.at ? 1 : 0))
  const steps: HistoryStep[] = []
  for (const [index, { at, state }] of seen.entries()) {
    const before = seen[index - 1]?.state
    if (before?.rowHash === state.rowHash) continue
    const changes = before ? differences(before, state) : []
    const label = before ? '内容变化' : '首次接入'
    steps.push({ at, basis: 'seen', label, changes, file: state.fileName, row: state.rowNumber })
  }
  return steps
}

function differences(before: State, after: State): HistoryStep['changes'] {
  return Object.keys(after.values).flatMap((column) => {
    const from = before.values[column] ?? null
    const to = after.values[column] ?? null
    return from === to
      ? []
      : [{ label: columnLabel(after.kind, column), from: shortened(from), to: shortened(to) }]
  })
}

function shortened(text: string | null): string | null {
  if (text === null) return null
  if (text.length <= longest) return localTime(text)
  return `${text.slice(0, longest)}……（共 ${text.length} 字）`
}
