import type { ControlSheet } from '#ingest'
import type { RawRow, RefusedRow } from '#warehouse'
import { rawColumns, type Kind } from '#warehouse'
import type { ContractPolicy } from '../../../ingest/sources/policy.ts'
import { contracts } from '../../../ingest/sources/contracts.ts'
import { feedSheets } from '../../../ingest/pipeline/feed.ts'
import { planFile } from '../../../ingest/pipeline/file-plan.ts'
import { tempFile } from '../temp-folder.ts'
import { nothingShared } from '../nothing-shared.ts'

/** Reads a small CSV of one kind as a source with this policy would have it read. */
export async function readRows(kind: Kind, csv: string, policy?: ContractPolicy) {
  const plan = await planFile(tempFile('表.csv', csv), {
    fileName: '表.csv',
    contract: contracts[kind],
    mapping: null,
    mappings: [],
    policy,
    today: '2026-10-31',
  })
  const accepted: (Record<string, string | null> & { _extra: Record<string, string> })[] = []
  const refused: RefusedRow[] = []
  const names = rawColumns(kind)
  const sink = {
    accept: (rows: readonly RawRow[]) => {
      for (const row of rows)
        accepted.push({
          ...Object.fromEntries(names.map((name, index) => [name, row.values[index] ?? null])),
          _extra: JSON.parse(row.extra ?? '{}') as Record<string, string>,
        } as (typeof accepted)[number])
      return Promise.resolve()
    },
    refuse: (rows: readonly RefusedRow[]) => {
      refused.push(...rows)
      return Promise.resolve()
    },
  }
  try {
    const totals = await feedSheets(plan.sheets, sink, {
      fileName: '表.csv',
      onRows: () => undefined,
      signal: undefined,
    })
    const { controlTotals, warnings } = totals.judge(nothingShared)
    const { checks } = controlTotals as unknown as ControlSheet
    return { accepted, refused, checks, warnings, rows: totals.rowsRead }
  } finally {
    await plan.table.close()
  }
}
