import { basename } from 'node:path'
import type { Connection } from '../engine/connection.ts'
import { headerLines, headerValue, listSql, readSql } from '../engine/sql-file.ts'
import { textOf } from '../engine/values.ts'
import { WarehouseError } from '../errors.ts'
import { kinds } from '../raw/contract.ts'
import type { AuditOffence, WriteProgress } from '../types.ts'
import { digest } from './fingerprints.ts'
import { referencedTables } from './references.ts'

export interface Audit {
  readonly name: string
  readonly severity: 'error' | 'warn'
  readonly message: string
  readonly sql: string
  /** Path relative to warehouse/. */
  readonly file: string
}

export interface AuditOptions {
  /** Every audit, also those whose inputs are what they were when it last ran. */
  readonly all: boolean
  /** Of every table and model, as the build left them. */
  readonly fingerprints: ReadonlyMap<string, string>
  readonly onProgress: (progress: WriteProgress) => void
}

/**
 * Every audit: a select of offenders with `-- severity:` and a Chinese sentence in its head. A file with `-- for:` is one
 * audit for each word of that line, or for every kind, put in place of `{kind}`; `{lost_in_casts}` is true of rows with a
 * value that the kind's staging model cannot cast. Only audits of the kinds that changed are run again.
 */
export function readAudits(): Audit[] {
  return listSql('audits').flatMap((file) => {
    const sql = readSql(file).trimEnd()
    const audit = {
      name: basename(file, '.sql'),
      severity: headerValue(sql, 'severity') === 'warn' ? 'warn' : 'error',
      message: headerLines(sql).find((line) => !line.includes(':')) ?? basename(file, '.sql'),
      sql,
      file,
    } as const
    const subjects = headerValue(sql, 'for')
    if (subjects === undefined) return [audit]
    return (subjects === 'every kind' ? kinds : subjects.split(/\s+/)).map((kind) => ({
      ...audit,
      name: `${audit.name}.${kind}`,
      sql: sql.replaceAll('{kind}', kind).replace('{lost_in_casts}', () => lostInCasts(kind)),
    }))
  })
}

/** The columns and types are those of the staging model, which turns what it cannot cast into null. */
function lostInCasts(kind: string): string {
  const casts = readSql(`models/staging/stg_${kind}.sql`).matchAll(
    /try_cast\((\w+) as \w+(?:\(\d+, \d+\))?\)/g,
  )
  return [...casts].map(([cast, column]) => `(${column} is not null and ${cast} is null)`).join('\n  or ')
}

/**
 * Runs the audits whose inputs changed since they last ran; of the others what they found then still holds.
 * Errors: WH_AUDIT_FAILED naming the audits of severity error that found offenders.
 */
export async function runAudits(connection: Connection, options: AuditOptions): Promise<AuditOffence[]> {
  const before = await readFound(connection)
  const found = new Map<string, Found>()
  const offences: AuditOffence[] = []
  for (const audit of readAudits()) {
    const reads = await referencedTables(connection, audit.sql, audit.file)
    const inputs = digest([
      audit.sql,
      ...reads.map((name) => `${name}=${options.fingerprints.get(name) ?? ''}`),
    ])
    const known = before.get(audit.name)
    const isStanding = known?.inputs === inputs && !options.all
    if (!isStanding) options.onProgress({ step: 'audit', audit: audit.name })
    const offenders = isStanding ? known.offenders : await countOffenders(connection, audit)
    if (!isStanding) found.set(audit.name, { inputs, offenders })
    if (offenders === 0) continue
    offences.push({ audit: audit.name, severity: audit.severity, message: audit.message, offenders })
  }
  if (found.size > 0) await remember(connection, found)
  const errors = offences.filter((offence) => offence.severity === 'error')
  if (errors.length > 0) {
    throw new WarehouseError('WH_AUDIT_FAILED', {
      audits: errors.map((offence) => `${offence.audit}（${offence.offenders} 处）`),
    })
  }
  return offences
}

interface Found {
  readonly inputs: string
  readonly offenders: number
}

async function readFound(connection: Connection): Promise<Map<string, Found>> {
  const rows = await connection.records('select audit, input_fingerprint, offenders from meta.audits')
  return new Map(
    rows.map((row) => [
      textOf(row['audit']),
      { inputs: textOf(row['input_fingerprint']), offenders: Number(row['offenders']) },
    ]),
  )
}

/** Notes what audits found, in one statement for all of them. */
async function remember(connection: Connection, found: ReadonlyMap<string, Found>): Promise<void> {
  const audits = [...found.keys()]
  const notes = [...found.values()]
  await connection.run('delete from meta.audits where audit in (select unnest($audits::varchar[]))', {
    audits,
  })
  await connection.run(readSql('build/remember-audits.sql'), {
    audits,
    input_fingerprints: notes.map(({ inputs }) => inputs),
    offenders: notes.map(({ offenders }) => offenders),
  })
}

async function countOffenders(connection: Connection, audit: Audit): Promise<number> {
  try {
    return (await connection.select(audit.sql)).rows
  } catch (error) {
    throw new WarehouseError('WH_AUDIT_FAILED', { audits: [audit.name] }, { cause: error })
  }
}
