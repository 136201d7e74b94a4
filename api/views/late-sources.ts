import { alertingStates, morningWords, type Intake } from '#ingest'
import type { Overview } from '../contract/index.ts'

interface LateSource {
  readonly name: string
  readonly title: string
  /** 没到、没跑、失败… and why, as the morning table says it. */
  readonly word: string
  readonly reason: string
  readonly kinds: readonly string[]
  /** What is made from its kinds. */
  readonly metrics: readonly { readonly name: string; readonly label: string }[]
}

/** What the declared sources say of their own arrivals, for the figures made from them. */
export interface SourceArrivals {
  /** Sources that did not bring what was due, with the metrics made from their kinds. */
  readonly late: readonly LateSource[]
  /** Kinds with a source that states within how many working days new data must come. */
  readonly termed: ReadonlySet<string>
}

export async function readArrivals(intake: Intake): Promise<SourceArrivals> {
  const { rows } = await intake.morning()
  const late = rows.filter((row) => alertingStates.has(row.state))
  const termed = rows.filter(({ source }) => source.settings.freshness !== undefined)
  return {
    late: late.map(({ source, state, reason, kinds, metrics }) => ({
      name: source.name,
      title: source.settings.title,
      word: morningWords[state],
      reason,
      kinds,
      metrics: metrics.map(({ name, label }) => ({ name, label })),
    })),
    termed: new Set(termed.flatMap(({ kinds }) => kinds)),
  }
}

/** Titles of the late sources a metric is made from. */
export function lateFor({ late }: SourceArrivals, metric: string): string[] {
  return late.filter(({ metrics }) => metrics.some(({ name }) => name === metric)).map(({ title }) => title)
}

/** Whether a kind is late: a source of it did not come, or none of its sources states a term and the usual one is over. */
export function lateOfKind(
  { late, termed }: SourceArrivals,
  { kind, is_stale }: { readonly kind: string; readonly is_stale: boolean },
): { isStale: boolean; lateSources: string[] } {
  const lateSources = late.filter(({ kinds }) => kinds.includes(kind)).map(({ title }) => title)
  return { isStale: lateSources.length > 0 || (is_stale && !termed.has(kind)), lateSources }
}

/** Which sources did not come, and how many different figures are made from them. */
export function toLateSources({ late }: SourceArrivals): Overview['late'] {
  const names = late.flatMap(({ metrics }) => metrics.map(({ name }) => name))
  return {
    sources: late.map(({ name, title, word, reason, metrics }) => ({
      ...{ name, title, word, reason },
      metrics: [...metrics],
    })),
    metrics: new Set(names).size,
  }
}
