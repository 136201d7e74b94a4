import { basename } from 'node:path'
import type { ColumnResult, Connection } from '../engine/connection.ts'
import { headerLines, headerValue, listSql, readSql } from '../engine/sql-file.ts'
import { WarehouseError } from '../errors.ts'
import type { AuditOffence, WriteProgress } from '../types.ts'

export interface Audit {
  readonly name: string
  readonly severity: 'error' | 'warn'
  readonly message: string
  readonly sql: string
}

/** Every audit: a select of offenders with `-- severity:` and a Chinese sentence in its head. */
export function readAudits(): Audit[] {
  return listSql('audits').map((file) => {
    const sql = readSql(file).trimEnd()
    return {
      name: basename(file, '.sql'),
      severity: headerValue(sql, 'severity') === 'warn' ? 'warn' : 'error',
      message: headerLines(sql).find((line) => !line.includes(':')) ?? basename(file, '.sql'),
      sql,
    }
  })
}

/** Runs all audits. Errors: WH_AUDIT_FAILED naming the audits of severity error that found offenders. */
export async function runAudits(
  connection: Connection,
  onProgress: (progress: WriteProgress) => void,
): Promise<AuditOffence[]> {
  const offences: AuditOffence[] = []
  for (const audit of readAudits()) {
    onProgress({ step: 'audit', audit: audit.name })
    const result = await selectOffenders(connection, audit)
    if (result.rows === 0) continue
    offences.push({
      audit: audit.name,
      severity: audit.severity,
      message: audit.message,
      offenders: result.rows,
    })
  }
  const errors = offences.filter((offence) => offence.severity === 'error')
  if (errors.length > 0) {
    throw new WarehouseError('WH_AUDIT_FAILED', {
      audits: errors.map((offence) => `${offence.audit}（${offence.offenders} 处）`),
    })
  }
  return offences
}

async function selectOffenders(connection: Connection, audit: Audit): Promise<ColumnResult> {
  try {
    return await connection.select(audit.sql)
  } catch (error) {
    throw new WarehouseError('WH_AUDIT_FAILED', { audits: [audit.name] }, { cause: error })
  }
}
