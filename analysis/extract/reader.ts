import { MAX_ANALYSED_CHARACTERS } from '../text/index.ts'
import type { Entity, EntityConfig } from './entity.ts'
import { buildGazetteer } from './gazetteer.ts'
import { joinMentions, type JoinedMention } from './join.ts'
import { decisionsByText, matchMentions } from './match.ts'
import { RegionTree } from './region-tree.ts'
import { Scanner } from './scan.ts'
import { wordNames } from './word-names.ts'

/** The text of one voice, normalised, as the per-voice readers get it. */
export interface EntityText {
  readonly id: string
  readonly title: string
  readonly body: string
  /** Day it was submitted, 'YYYY-MM-DD'. */
  readonly date: string | null
}

/** A row of `analysis.voice_entities`. */
export interface EntityRow extends Record<string, string | number | null | readonly string[]> {
  voice_id: string
  position: number
  type: string
  text: string
  value: string | null
  resolved_to: string | null
  status: string
  candidates: readonly string[]
}

const MAX_ENTITIES = 200

/** Reads mentions out of a text whose words are given; pure, one pass, in the order of the text. */
export type EntityExtractor = (text: string, words: readonly string[], written: string | null) => Entity[]

export function createEntityExtractor(config: EntityConfig): EntityExtractor {
  const scanner = new Scanner(buildGazetteer(config), config.laws)
  const tree = new RegionTree(config.regions)
  const decisions = decisionsByText(config.decisions)
  return (whole, words, written) => {
    const text = whole.slice(0, MAX_ANALYSED_CHARACTERS)
    const scanned = joinMentions(text, scanner.scan(text, written), words, tree)
    const byForm = wordNames(text, words, scanned)
    return matchMentions(text, inOrder(scanned, byForm), tree, decisions)
  }
}

/** Both lists by position; a name by its form that begins with a known place swallows that place. */
function inOrder(
  scanned: readonly JoinedMention[],
  byForm: readonly { type: Entity['type']; start: number; end: number; value: string | null }[],
): readonly JoinedMention[] {
  if (byForm.length === 0) return scanned
  const added = byForm.map((one) => ({ ...one, entry: null, within: [], isForeign: false }))
  const starts = new Set(added.map(({ start }) => start))
  return [...scanned.filter(({ start }) => !starts.has(start)), ...added].sort((a, b) => a.start - b.start)
}

/**
 * The per-voice reader of places, units, projects, amounts, dates and references (rows of `analysis.voice_entities`).
 * What a text says twice is listed where it is said first; at most 200 mentions of one text are kept.
 */
export function createEntityReader(
  config: EntityConfig,
): (voice: EntityText, words: readonly string[]) => EntityRow[] {
  const extract = createEntityExtractor(config)
  return (voice, words) => {
    const rows: EntityRow[] = []
    const seen = new Set<string>()
    for (const entity of extract(`${voice.title}\n${voice.body}`, words, voice.date)) {
      const key = `${entity.type}\n${entity.text}`
      if (seen.has(key) || rows.length >= MAX_ENTITIES) continue
      seen.add(key)
      rows.push(toRow(voice.id, entity))
    }
    return rows
  }
}

function toRow(voiceId: string, entity: Entity): EntityRow {
  return {
    voice_id: voiceId,
    position: entity.start,
    type: entity.type,
    text: entity.text,
    value: entity.value,
    resolved_to: entity.target,
    status: entity.status,
    candidates: entity.candidates,
  }
}
