/** What the kept snapshot says, for a page that can no longer draw it. */
export interface LastWords {
  /** Findings of the scene that stood, as sentences. */
  readonly sentences: readonly string[]
  /** Newest data time of that scene, and when the snapshot was received; null when unknown. */
  readonly dataTime: string | null
  readonly receivedAt: number | null
}

const most = 6

/**
 * Reads the kept entry without trusting any of it: it may be what made the page fail. Never throws.
 * @param text the entry of `createLastGoodStore` as it lies in the browser
 */
export function lastWords(text: string | null): LastWords {
  const kept = parse(text)
  const snapshot = field(kept, 'snapshot')
  const scene = field(field(snapshot, 'stage'), 'scene')
  const panels = list(field(snapshot, 'panels'))
  const own = panels.filter((panel) => String(field(panel, 'key')).startsWith(`${String(scene)}/`))
  const shown = own.length > 0 ? own : panels
  const receivedAt = field(kept, 'receivedAt')
  return {
    sentences: texts(shown, 'headline').slice(0, most),
    dataTime: texts(shown, 'dataTime').sort().at(-1) ?? null,
    receivedAt: typeof receivedAt === 'number' && isInstant(receivedAt) ? receivedAt : null,
  }
}

function isInstant(ms: number): boolean {
  return !Number.isNaN(new Date(ms).getTime())
}

function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    return null
  }
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function texts(items: readonly unknown[], name: string): string[] {
  return items
    .map((item) => field(item, name))
    .filter((value): value is string => typeof value === 'string' && value !== '')
}
