import { basename } from 'node:path'
import { Type, type Static } from 'typebox'
import { Value } from 'typebox/value'
import { parse } from 'yaml'
import { rawSources, type Model } from './build/graph.ts'
import { referencedTables } from './build/references.ts'
import type { Connection } from './engine/connection.ts'
import { listSql, readSql } from './engine/sql-file.ts'
import { WarehouseError } from './errors.ts'
import { isKind } from './raw/contract.ts'
import type { MetricCard, MetricFilter, MetricValue } from './types.ts'
import { optionalText } from './shapes.ts'

const frontMatter = Type.Object(
  {
    label: Type.String(),
    definition: Type.String(),
    unit: Type.String(),
    numerator: optionalText,
    denominator: optionalText,
    grain: Type.String(),
    /**
     * Source kinds whose records the value is made from, where the model graph cannot tell (analysis tables) or tells
     * too much: lookups over all texts, such as the regions found in them, join kinds that count nothing here.
     */
    kinds: Type.Optional(Type.Array(Type.String())),
    /** What to say while the value is missing. */
    missing: Type.Optional(Type.String()),
    owner: Type.String(),
    legal_basis: optionalText,
    version: Type.Integer(),
  },
  { additionalProperties: false },
)

interface MetricDefinition {
  readonly card: MetricCard
  readonly missing: string | undefined
  readonly sql: string
}

const filterNames = [
  'from',
  'to',
  'district',
  'unit',
  'year',
] as const satisfies readonly (keyof MetricFilter)[]

/** Raw tables beside the kinds' own that only say which state of a record counts. */
const historyTables = new Set(['contested_keys', 'sightings', 'repeats', 'layouts', 'replayed_rows', 'as_of'])

/** Every metric of the product: `warehouse/metrics/<name>.sql`, a YAML card in the leading comment and one select. */
export class MetricBook {
  private readonly definitions: ReadonlyMap<string, MetricDefinition>

  private constructor(definitions: ReadonlyMap<string, MetricDefinition>) {
    this.definitions = definitions
  }

  static async read(connection: Connection, models: readonly Model[]): Promise<MetricBook> {
    const definitions = new Map<string, MetricDefinition>()
    for (const file of listSql('metrics')) {
      const definition = await readDefinition(connection, models, file)
      definitions.set(definition.card.name, definition)
    }
    return new MetricBook(definitions)
  }

  cards(): MetricCard[] {
    return [...this.definitions.values()].map(({ card }) => card)
  }

  /** Errors: WH_METRIC_UNKNOWN. */
  find(name: string): MetricDefinition {
    const definition = this.definitions.get(name)
    if (!definition) throw new WarehouseError('WH_METRIC_UNKNOWN', { metric: name })
    return definition
  }

  /** Every metric without filters, in the order of their names. */
  computeAll(connection: Connection, now: Date): Promise<MetricValue[]> {
    return this.computeEach(connection, [...this.definitions.values()], now)
  }

  /** The metrics that can be computed for a past moment, without filters. */
  computePast(connection: Connection, moment: Date): Promise<MetricValue[]> {
    const looking = [...this.definitions.values()].filter(({ card }) => card.looksBack)
    return this.computeEach(connection, looking, moment)
  }

  private async computeEach(
    connection: Connection,
    definitions: readonly MetricDefinition[],
    now: Date,
  ): Promise<MetricValue[]> {
    const values: MetricValue[] = []
    for (const definition of definitions) values.push(await this.compute(connection, definition, {}, now))
    return values
  }

  async compute(
    connection: Connection,
    { card, sql, missing }: MetricDefinition,
    filter: MetricFilter,
    now: Date,
  ): Promise<MetricValue> {
    const [row] = await connection.records(sql, { ...filter })
    const [sources] = await connection.records(readSql('build/metric-sources.sql'), { kinds: card.kinds })
    const value = cell(row?.['value'])
    const hasData = Number(sources?.['rows']) > 0
    return {
      name: card.name,
      label: card.label,
      value,
      unit: card.unit,
      numerator: cell(row?.['numerator']),
      denominator: cell(row?.['denominator']),
      dataTime: text(sources?.['data_to']),
      computedAt: `${now.toISOString().slice(0, 19)}Z`,
      quarantined: Number(sources?.['quarantined_open'] ?? 0),
      unreconciled: Number(sources?.['unreconciled'] ?? 0),
      missingReason: value === null ? reasonMissing(card, hasData, missing) : null,
      card,
    }
  }
}

async function readDefinition(
  connection: Connection,
  models: readonly Model[],
  file: string,
): Promise<MetricDefinition> {
  const source = readSql(file)
  const block = /^\/\*\n---\n([\s\S]*?)---\n\*\//.exec(source)
  const front: unknown = block ? parse(block[1] ?? '') : undefined
  if (!Value.Check(frontMatter, front)) throw new WarehouseError('WH_METRIC_INVALID', { file })
  const sql = source.slice(block?.[0].length ?? 0).trim()
  const sources = await referencedTables(connection, sql, file)
  return { card: toCard(basename(file, '.sql'), front, sql, sources, models), missing: front.missing, sql }
}

function toCard(
  name: string,
  front: Static<typeof frontMatter>,
  sql: string,
  sources: readonly string[],
  models: readonly Model[],
): MetricCard {
  const { label, definition, unit, numerator, denominator, grain, owner, version } = front
  const made = rawSources(models, sources).map((table) => table.replace('raw.', ''))
  const fromRecords = made.every((table) => isKind(table) || historyTables.has(table))
  return {
    name,
    label,
    definition,
    unit,
    numerator,
    denominator,
    grain,
    sources,
    kinds: (front.kinds ?? made).filter(isKind),
    filters: filterNames.filter((filter) => new RegExp(`\\$${filter}\\b`).test(sql)),
    owner,
    legalBasis: front.legal_basis,
    looksBack: fromRecords && sources.every((table) => table.startsWith('marts.')),
    version,
  }
}

function reasonMissing(card: MetricCard, hasData: boolean, stated: string | undefined): string {
  if (!hasData) return '还没有载入相关数据'
  if (stated !== undefined) return stated
  return card.denominator === null ? '所选范围内没有数据' : `所选范围内分母为零：${card.denominator}`
}

function cell(value: unknown): number | string | null {
  return typeof value === 'number' || typeof value === 'string' ? value : null
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
