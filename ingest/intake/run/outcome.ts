import type { FileProblem, LoadSummary } from '../../pipeline/ingest-paths.ts'
import { isShort, shortAdvice, type PulledFile } from './pull.ts'
import type { Outcome } from './log.ts'

/** What one run of a source came to. */
export interface RunResult {
  readonly runId: string
  readonly outcome: Outcome
  readonly errorCode: string | null
  /** One Chinese sentence, or null when there is nothing to say. */
  readonly message: string | null
  readonly files: number
  readonly rows: number
  readonly accepted: number
  readonly quarantined: number
  readonly unchanged: number
  readonly unbalanced: number
  readonly kinds: readonly string[]
  readonly loads: readonly LoadSummary[]
  readonly errors: readonly FileProblem[]
}

/** Adds up loads and refused files; a run without a single load, but with refused files, has failed. */
export function summarise(
  runId: string,
  files: number,
  loads: readonly LoadSummary[],
  errors: readonly FileProblem[],
): RunResult {
  const sum = (count: (load: LoadSummary) => number) => loads.reduce((total, load) => total + count(load), 0)
  const accepted = sum((load) => load.accepted)
  const rows = sum((load) => load.rows)
  const outcome = outcomeOf({ accepted, rows, loads: loads.length, errors: errors.length })
  const [first] = errors
  return {
    runId,
    outcome,
    errorCode: outcome === 'failed' ? (first?.code ?? null) : null,
    message: first ? refusedMessage(first, errors.length, loads.length) : null,
    files,
    rows,
    accepted,
    quarantined: sum((load) => load.quarantined),
    unchanged: sum((load) => load.unchanged),
    unbalanced: loads.filter((load) => load.warnings.some((warning) => warning.startsWith('未对平'))).length,
    kinds: [...new Set(loads.map((load) => load.kind))].sort(),
    loads,
    errors,
  }
}

/** The result with what the pull learned: a load that came, but is less than the source said, carries `source_short`. */
export function withNotes(result: RunResult, pulled: Pick<PulledFile, 'records' | 'notes'>): RunResult {
  const { stated, warnings } = pulled.notes
  const isFailed = result.outcome === 'failed'
  const short = isShort(pulled)
    ? [`对方说有 ${stated ?? 0} 条，只取到 ${pulled.records} 条，下次从同一处再取；${shortAdvice}`]
    : warnings
  return {
    ...withMessage(result, short),
    errorCode: isShort(pulled) && !isFailed ? 'source_short' : result.errorCode,
  }
}

/** The result with more sentences to its message. */
export function withMessage(result: RunResult, sentences: readonly string[]): RunResult {
  const all = [...(result.message === null ? [] : [result.message]), ...sentences]
  return { ...result, message: all.length === 0 ? null : all.join('；') }
}

function outcomeOf(counts: { accepted: number; rows: number; loads: number; errors: number }): Outcome {
  if (counts.loads === 0) return counts.errors > 0 ? 'failed' : 'empty'
  if (counts.rows === 0) return 'empty'
  return counts.accepted > 0 ? 'arrived' : 'unchanged'
}

function refusedMessage(first: FileProblem, refused: number, loaded: number): string {
  const others = refused > 1 ? `（另有 ${refused - 1} 个文件也被退回）` : ''
  return loaded > 0 ? `有 ${refused} 个文件被退回：${first.message}` : `${first.message}${others}`
}
