import type { NameAction, NamedType, NameGroup, NameTarget } from '../contract/index.ts'
import { toTexts } from '../json-text.ts'
import type { NameTargets } from '../name-targets.ts'

export interface NameRow {
  type: string
  text: string
  value: string | null
  voices: number
  status: string
  candidates: string | null
  examples: readonly string[]
  action: string | null
  target: string | null
  actor: string | null
  decided_at: string | null
}

export interface ExampleText {
  readonly title: string
  readonly body: string
}

/** How suggestions and example sentences are made; given, so that the view stays a matter of shape. */
interface Making {
  suggest: (text: string, targets: readonly NameTarget[], limit?: number) => NameTarget[]
  sentence: (title: string, body: string, text: string) => string | null
}

const SUGGESTIONS = 4

/** One text with what it may stand for, sentences it stands in, and what was decided about it. */
export function toNameGroup(
  row: NameRow,
  targets: NameTargets,
  texts: ReadonlyMap<string, ExampleText>,
  { suggest, sentence }: Making,
): NameGroup {
  const type = row.type as NamedType
  const candidates = toTexts(row.candidates)
    .map((code) => targets.find(type, code))
    .filter((target) => target !== null)
  const codes = new Set(candidates.map(({ code }) => code))
  const similar = suggest(row.text, targets.lists[type]).filter(({ code }) => !codes.has(code))
  return {
    type,
    text: row.text,
    sort: row.value,
    voices: row.voices,
    status: row.status as NameGroup['status'],
    suggestions: [...candidates, ...similar].slice(0, Math.max(SUGGESTIONS, candidates.length)),
    examples: row.examples.flatMap((voiceId) => {
      const text = texts.get(voiceId)
      const found = text ? sentence(text.title, text.body, row.text) : null
      return found === null ? [] : [{ voiceId, text: found }]
    }),
    decision: row.action === null ? null : toDecision(row, type, targets),
  }
}

function toDecision(row: NameRow, type: NamedType, targets: NameTargets): NonNullable<NameGroup['decision']> {
  return {
    action: row.action as NameAction,
    target: targets.find(type, row.target),
    actor: row.actor ?? '',
    decidedAt: row.decided_at ?? '',
  }
}
