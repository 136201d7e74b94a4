import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { entityQueries, type Warehouse } from '#warehouse'
import type { EntityConfig, NameDecision } from '../extract/index.ts'
import { parseLexicon } from '../text/index.ts'

/** Method version: a change makes earlier results stale. */
const METHOD = 'entities-2'
const ALIAS_SEPARATORS = /[、，,;；|/\s]+/

/** Master data, dictionaries and people's decisions for the reader of entities, as plain data. */
export async function loadEntityConfig(warehouse: Warehouse): Promise<EntityConfig> {
  const [regions, units, projects, decisions] = await Promise.all([
    warehouse.query(entityQueries.regions, {}),
    warehouse.query(entityQueries.units, {}),
    warehouse.query(entityQueries.projects, {}),
    warehouse.query(entityQueries.decisions, {}),
  ])
  return {
    regions: regions.map(({ code, name, parent, level }) => ({ code, name, parent, level })),
    units: units.map(({ code, name, aliases }) => ({ code, name, aliases: splitAliases(aliases) })),
    projects,
    abbreviations: readAbbreviations(),
    laws: parseLexicon(readText('法律名称')).words.map(({ word }) => word),
    decisions: decisions as NameDecision[],
  }
}

/**
 * The version stored beside each reading. Decisions are left out: the job `names` has only the voices read again that
 * a decision touches.
 */
export function entityVersion(config: EntityConfig): string {
  const names = JSON.stringify({ ...config, decisions: [] })
  return `${METHOD}@${createHash('sha256').update(names).digest('hex').slice(0, 12)}`
}

/** Changes with every decision, so that the voices it touches are read again in the next run. */
export async function decidedVersion(warehouse: Warehouse): Promise<string> {
  const [state] = await warehouse.query(entityQueries.decidedState, {})
  return `names@${String(state?.decisions ?? 0)}/${state?.last_at ?? ''}`
}

function splitAliases(text: string): string[] {
  return text.split(ALIAS_SEPARATORS).filter((alias) => alias.length >= 2)
}

function readAbbreviations(): string[][] {
  return readText('单位简称')
    .split(/\r?\n/)
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(/\s+/))
}

function readText(name: string): string {
  return readFileSync(new URL(`../lexicons/${encodeURIComponent(name)}.txt`, import.meta.url), 'utf8')
}
