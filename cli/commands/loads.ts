import { Type } from 'typebox'
import { changeLoads, decideRows, exportRefused, openIds, previewChange, writeXlsx } from '#ingest'
import { apiQueries, loadQueries } from '#warehouse'
import { defineCommand } from '../command.ts'

const ids = Type.Array(Type.String())
const optional = Type.Optional(Type.String())

/** `huizhi loads list`: the ledger, newest first. */
export const listLoadsCommand = defineCommand(
  'loads-list',
  Type.Object({ kind: optional, status: optional, reconciled: optional, limit: Type.Integer() }),
  async ({ warehouse }, { kind = null, status = null, reconciled = null, limit }) => ({
    loads: await warehouse.query(apiQueries.ledger.loads, {
      source: null,
      kind,
      status,
      reconciled,
      load_id: null,
      limit,
      offset: 0,
    }),
  }),
)

/** Loads by kind, source and period, as `huizhi loads rerun` chooses them. */
export const selectLoadsCommand = defineCommand(
  'loads-select',
  Type.Object({
    kind: optional,
    source: optional,
    loadedFrom: optional,
    loadedTo: optional,
    dataFrom: optional,
    dataTo: optional,
  }),
  async ({ warehouse }, chosen) => ({
    loads: await warehouse.query(loadQueries.select, {
      kind: chosen.kind ?? null,
      source: chosen.source ?? null,
      loaded_from: chosen.loadedFrom ?? null,
      loaded_to: chosen.loadedTo ?? null,
      data_from: chosen.dataFrom ?? null,
      data_to: chosen.dataTo ?? null,
    }),
  }),
)

/** `huizhi loads withdraw|restore|rerun`, or what it would do. */
export const changeLoadsCommand = defineCommand(
  'loads-change',
  Type.Object({
    action: Type.Enum(['withdraw', 'restore', 'rerun']),
    loadIds: Type.Array(Type.String(), { minItems: 1 }),
    reason: Type.String(),
    dryRun: Type.Boolean(),
    actor: Type.String(),
  }),
  async ({ warehouse, dataDir, now, progress }, { dryRun, actor, ...change }) => {
    const options = {
      dataDir,
      now,
      actor,
      onProgress: ({ file, rows }: { file: string; rows: number }) => {
        progress(`${file}：已读 ${rows} 行`)
      },
    }
    if (!dryRun) return { dryRun, ...(await changeLoads(warehouse, change, options)).value, metrics: [] }
    const { value, metrics } = await previewChange(warehouse, change, options)
    return { dryRun, ...value, metrics }
  },
)

const filter = { load: optional, kind: optional, reason: optional, column: optional }

/** `huizhi quarantine list`: groups of refused rows. */
export const listQuarantineCommand = defineCommand(
  'quarantine-list',
  Type.Object({ load: optional, kind: optional }),
  async ({ warehouse }, { load = null, kind = null }) => ({
    groups: await warehouse.query(loadQueries.groups, { load, kind }),
  }),
)

/** `huizhi quarantine export`: open refused rows as a workbook. */
export const exportQuarantineCommand = defineCommand(
  'quarantine-export',
  Type.Object({ ...filter, path: Type.String() }),
  async ({ warehouse }, { path, ...chosen }) => {
    const sheets = await exportRefused(warehouse, chosen)
    const rows = sheets.reduce((total, sheet) => total + [...sheet.rows].length, 0)
    if (rows > 0) await writeXlsx(path, sheets)
    return { path, sheets: sheets.length, rows }
  },
)

/** `huizhi quarantine replay`: open refused rows read again by the rules and corrections of today. */
export const replayQuarantineCommand = defineCommand(
  'quarantine-replay',
  Type.Object({ ...filter, ids: Type.Optional(ids), actor: Type.String() }),
  async ({ warehouse, dataDir, now }, { ids: named, actor, ...chosen }) => {
    const open = await openIds(warehouse, { ...chosen, ids: named })
    const byLoad = new Map<string, string[]>()
    for (const id of open) {
      const load = id.replace(/-[\d.]+$/, '')
      const known = byLoad.get(load)
      if (known) known.push(id)
      else byLoad.set(load, [id])
    }
    const rows = [...byLoad].map(([loadId, asked]) => ({ loadId, ids: asked }))
    const { value } = await changeLoads(warehouse, { action: 'replay', rows }, { dataDir, now, actor })
    return { asked: open.length, loads: value.loads }
  },
)

/** `huizhi quarantine set-aside|reopen`: rows that are no data, and back. */
export const decideQuarantineCommand = defineCommand(
  'quarantine-decide',
  Type.Object({
    ids: Type.Array(Type.String(), { minItems: 1 }),
    action: Type.Enum(['set_aside', 'reopen']),
    reason: Type.Union([Type.String(), Type.Null()]),
    actor: Type.String(),
  }),
  async ({ warehouse, now }, { ids: named, action, reason, actor }) => {
    await decideRows(warehouse, named, { action, reason }, { actor, now })
    return { ids: named, action }
  },
)
