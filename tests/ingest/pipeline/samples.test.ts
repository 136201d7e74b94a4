import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { feedSheets } from '../../../ingest/pipeline/feed.ts'
import { planFile } from '../../../ingest/pipeline/file-plan.ts'
import { nothingShared } from '../nothing-shared.ts'

interface PlantedFile {
  readonly path: string
  readonly kind: string
  readonly rows: number
  readonly quarantined: number
}

const sampleToday = '2026-10-31'
const planted = 'data-samples/planted.yaml'
const files = existsSync(planted)
  ? (parse(readFileSync(planted, 'utf8')) as { files: PlantedFile[] }).files
  : []

describe('the sample files', () => {
  it.each(files)('$path holds what was planted in it, and its totals match', async (file) => {
    const path = `data-samples/${file.path}`
    const plan = await planFile(path, {
      fileName: path,
      contract: null,
      mapping: null,
      mappings: [],
      today: sampleToday,
    })
    let quarantined = 0
    const totals = await feedSheets(
      plan.sheets,
      {
        accept: () => Promise.resolve(),
        refuse: (rows) => {
          quarantined += rows.length
          return Promise.resolve()
        },
      },
      { fileName: path, onRows: () => undefined, signal: undefined },
    )
    await plan.table.close()
    expect({
      kinds: [...new Set(plan.sheets.map((sheet) => sheet.contract.kind))],
      rows: totals.rowsRead,
      quarantined,
      // Totals, and the -1 by which exports mark likes that are not counted, are worth a word but no error.
      warnings: totals
        .judge(nothingShared)
        .warnings.filter((warning) => !/点赞数是负数$|是合计或说明/.test(warning)),
    }).toEqual({
      kinds: [file.kind],
      rows: file.rows,
      quarantined: file.quarantined,
      warnings: [],
    })
  })
})
