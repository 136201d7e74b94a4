import { touchTable } from '../build/fingerprints.ts'
import type { Connection } from '../engine/connection.ts'
import { kinds, type Kind } from './contract.ts'
import { rawStatement } from './names.ts'

/**
 * Records without a number were named by their whole row once, and a new state made a second record of them. They get
 * the keys they would get today; what people decided follows first, so that a process killed in between does the rest
 * when it starts again.
 */
export async function rekeyUnnumbered(writing: Connection, stateWriting: Connection): Promise<void> {
  for (const kind of kinds) {
    if (!(await isOutdated(writing, kind))) continue
    await apply(stateWriting, kind, ['class-decisions', 'risk-handling'])
    await apply(writing, kind, ['records', 'sightings', 'sealed'], () => touchTable(writing, `raw.${kind}`))
  }
}

async function isOutdated(connection: Connection, kind: Kind): Promise<boolean> {
  const [row] = await connection.records(rawStatement('rekey/outdated', kind))
  return row?.['is_outdated'] === true
}

/** In one transaction. */
async function apply(
  connection: Connection,
  kind: Kind,
  updates: readonly string[],
  then?: () => Promise<void>,
): Promise<void> {
  await connection.run('begin transaction')
  try {
    for (const file of ['rekeyed', ...updates]) {
      await connection.run(rawStatement(`rekey/${file}`, kind), { kind })
    }
    await connection.run('drop table temp.rekeyed')
    await then?.()
    await connection.run('commit')
  } catch (error) {
    await connection.rollback()
    throw error
  }
}
