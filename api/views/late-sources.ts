import { alertingStates, type Intake } from '#ingest'

/** What the declared sources say of their own arrivals, for the figures made from them. */
export interface SourceArrivals {
  /** Sources that did not bring what was due, with the metrics made from their kinds. */
  readonly late: readonly { title: string; kinds: readonly string[]; metrics: readonly string[] }[]
  /** Kinds with a source that states within how many working days new data must come. */
  readonly termed: ReadonlySet<string>
}

export async function readArrivals(intake: Intake): Promise<SourceArrivals> {
  const { rows } = await intake.morning()
  const late = rows.filter((row) => alertingStates.has(row.state))
  const termed = rows.filter(({ source }) => source.settings.freshness !== undefined)
  return {
    late: late.map(({ source, kinds, metrics }) => ({
      title: source.settings.title,
      kinds,
      metrics: metrics.map(({ name }) => name),
    })),
    termed: new Set(termed.flatMap(({ kinds }) => kinds)),
  }
}

/** Titles of the late sources a metric is made from. */
export function lateFor({ late }: SourceArrivals, metric: string): string[] {
  return late.filter(({ metrics }) => metrics.includes(metric)).map(({ title }) => title)
}

/** Titles of the late sources that bring a kind. */
export function lateOfKind({ late }: SourceArrivals, kind: string): string[] {
  return late.filter(({ kinds }) => kinds.includes(kind)).map(({ title }) => title)
}

/** How many sources did not come, and how many different figures are made from them. */
export function lateCounts({ late }: SourceArrivals): { sources: number; metrics: number } {
  return { sources: late.length, metrics: new Set(late.flatMap(({ metrics }) => metrics)).size }
}
