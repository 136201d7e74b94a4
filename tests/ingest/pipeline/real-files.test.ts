import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { RawRow, RefusedRow } from '#warehouse'
import { readMapping } from '../../../ingest/mapping/read.ts'
import { feedSheets } from '../../../ingest/pipeline/feed.ts'
import { planFile } from '../../../ingest/pipeline/file-plan.ts'

const data = '../shared/data'
const hasData = existsSync(data)

/** Reads and validates files without a warehouse: how many rows, how many accepted, and why not the others. */
async function read(paths: readonly string[], mappingName?: string) {
  const mapping = mappingName === undefined ? null : await readMapping(`bench/mappings/${mappingName}.yaml`)
  const totals = { rows: 0, accepted: 0, reasons: {} as Record<string, number> }
  for (const path of paths) {
    const plan = await planFile(path, { fileName: path, contract: null, mapping, mappings: [] })
    const sink = {
      accept: (rows: readonly RawRow[]) => {
        totals.accepted += rows.length
        return Promise.resolve()
      },
      refuse: (rows: readonly RefusedRow[]) => {
        for (const row of rows) totals.reasons[row.code] = (totals.reasons[row.code] ?? 0) + 1
        return Promise.resolve()
      },
    }
    const fed = await feedSheets(plan.sheets, sink, {
      fileName: path,
      onRows: () => undefined,
      signal: undefined,
    })
    totals.rows += fed.rowsRead
    await plan.table.close()
  }
  return totals
}

function folder(name: string, pattern = /\.csv$/): string[] {
  return readdirSync(join(data, name))
    .filter((file) => pattern.test(file))
    .sort()
    .map((file) => join(data, name, file))
}

describe.skipIf(!hasData)(`real files (skipped where ${data} is absent)`, () => {
  it.each([
    ['petitions/附件3.xlsx', undefined, 4326, {}],
    ['petitions/附件4.xlsx', undefined, 2816, {}],
    ['petitions/unlabelled-messages.xlsx', undefined, 2801, {}],
    ['petitions/labelled-messages.csv', undefined, 6882, { required_missing: 1 }],
    ['budget/nigrini/us-gov-purchasing-cards-2010.csv', 'us-purchasing-cards', 95_076, {}],
    ['budget/nigrini/corporate-payments-2010.csv', 'corporate-payments', 189_470, {}],
  ])('%s with mapping %s has %i rows', async (file, mapping, rows, reasons) => {
    const refused = Object.values<number>(reasons).reduce((sum, count) => sum + count, 0)
    expect(await read([join(data, file)], mapping)).toEqual({ rows, accepted: rows - refused, reasons })
  })

  it('reads every Bradford payment, bracketed refunds included', async () => {
    expect(await read(folder('budget/uk-bradford'), 'uk-bradford')).toEqual({
      rows: 237_519,
      accepted: 237_519,
      reasons: {},
    })
  })

  it('reads the Cabinet Office but for its 60 rows without date and amount', async () => {
    expect(await read(folder('budget/uk-cabinet-office'), 'uk-cabinet-office')).toEqual({
      rows: 17_535,
      accepted: 17_475,
      reasons: { required_missing: 60 },
    })
  })

  it('reads the eight pulls of a message board', async () => {
    const pulls = folder('message-board', /^[0-9a-f]{8}\.json$/)
    expect(await read(pulls, 'message-board')).toEqual({ rows: 4800, accepted: 4800, reasons: {} })
  })

  it('quarantines the shifted rows of procurement intentions', async () => {
    const files = folder('budget/shandong-procurement-intent', /\.xlsx$/)
    const details = files.filter((file) => /_(4ef2|8214|c2b3|f738)/.test(file))
    const lists = files.filter((file) => !details.includes(file))
    expect(await read(details, 'procurement-intent-detail')).toEqual({
      rows: 147,
      accepted: 79,
      reasons: { money_unreadable: 68 },
    })
    expect(await read(lists, 'procurement-intent-list')).toEqual({
      rows: 249,
      accepted: 128,
      reasons: { money_unreadable: 121 },
    })
  })
})
