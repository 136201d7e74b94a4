import type { Warehouse } from '#warehouse'

/** What a job works with; the clock and the log come from outside. */
export interface AnalysisContext {
  readonly warehouse: Warehouse
  /** Folder of versioned model files; may not exist yet. */
  readonly modelsDir: string
  readonly now: Date
  /** One line of progress, in Chinese, without values from the data. */
  readonly log: (line: string) => void
  /** Ends the work early; what was written before stays, the rest is made up next time. */
  readonly signal?: AbortSignal
}

/** One analysis: reads marts, calls a pure core, replaces its own `analysis.*` tables. */
export interface AnalysisJob {
  readonly name: string
  /** Jobs whose tables this one reads; they run before it. */
  readonly after?: readonly string[]
  /** Tables whose change makes the last result stale, e.g. `marts.voices`. */
  readonly reads: readonly string[]
  /** Reads settings and models, once: what the version names is what the work uses. */
  readonly plan: (context: AnalysisContext) => Promise<JobPlan>
}

/** A job with its settings at hand. */
export interface JobPlan {
  /** What else the result depends on: versions of rules, dictionaries, the model in use. */
  readonly version: string
  /**
   * Does the work and writes it under `fingerprint`, so that an unchanged input is recognised next time; `anew`: without
   * anything kept from earlier runs.
   */
  readonly run: (fingerprint: string, options?: { readonly anew: boolean }) => Promise<{ rows: number }>
}

export interface JobReport {
  readonly name: string
  readonly rows: number | null
  /** The input had not changed; the last result stands. */
  readonly skipped: boolean
}
