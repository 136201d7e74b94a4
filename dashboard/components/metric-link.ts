import type { LocationQueryRaw, RouteLocationRaw } from 'vue-router'
import type { Permission } from '#contract'

interface Page {
  /** How the metric's name starts; the more particular first. */
  readonly starts: string
  readonly name: string
  readonly permission: Permission
  readonly query?: LocationQueryRaw
  /** The page takes the overview's period and district as they are. */
  readonly carries?: boolean
}

const voices = { name: 'voices', permission: 'voices:read', carries: true } as const
const pages: readonly Page[] = [
  { ...voices, starts: 'suggestions_late_open', query: { kind: 'suggestions', status: 'overdue' } },
  { ...voices, starts: 'suggestions_', query: { kind: 'suggestions' } },
  { ...voices, starts: 'petitions_late_open', query: { kind: 'petitions', status: 'overdue' } },
  { ...voices, starts: 'petitions_', query: { kind: 'petitions' } },
  { ...voices, starts: 'comments_', query: { kind: 'comments' } },
  { ...voices, starts: 'voices_' },
  { ...voices, starts: 'matters_' },
  { ...voices, starts: 'campaigns_' },
  { starts: 'topics_', name: 'topics', permission: 'topics:read', carries: true },
  { starts: 'budget_', name: 'execution', permission: 'budget:read' },
  { starts: 'findings_red', name: 'findings', permission: 'findings:read', query: { severity: '红' } },
  { starts: 'findings_', name: 'findings', permission: 'findings:read' },
  { starts: 'quarantined_', name: 'quarantine', permission: 'quarantine:read' },
  { starts: 'quarantined_', name: 'ingest', permission: 'ingest:read' },
  { starts: 'sources_', name: 'ingest', permission: 'ingest:read' },
]

/**
 * The page that holds the rows behind a metric, with the overview's filters carried along so that the rows are
 * those of the number; null when the person may not open it or no page lists them.
 */
export function metricLink(
  metric: string,
  filters: Readonly<Record<string, string | undefined>>,
  may: (permission: Permission) => boolean,
): RouteLocationRaw | null {
  const page = pages.find(({ starts, permission }) => metric.startsWith(starts) && may(permission))
  if (!page) return null
  const carried = Object.entries(filters).filter(([, value]) => page.carries && value !== undefined)
  return { name: page.name, query: { ...Object.fromEntries(carried), ...page.query } }
}
