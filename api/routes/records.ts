import { readFile, writeFile } from 'node:fs/promises'
import { Type } from 'typebox'
import {
  findArchived,
  handSource,
  inspectFile,
  isRecordNumber,
  newRecordNumber,
  numberOfFile,
  recordFileName,
  recordLine,
  recordValues,
} from '#ingest'
import { kindLabel } from '#terms'
import { apiQueries, isKind } from '#warehouse'
import { RecordAccepted, RecordEntry, RecordList, RecordValues } from '../contract/index.ts'
import { ApiError } from '../errors.ts'
import type { App } from '../fastify-types.ts'
import { deliver } from '../jobs/deliver.ts'
import { signedIn } from '../plugins/guard.ts'
import type { Services } from '../services.ts'

const tags = ['数据接入']
const mostShown = 500

/** Entries made by hand: phone, letter, reception. Each goes the way of a file with one row. */
export function registerRecordRoutes(app: App, services: Services): void {
  app.post(
    '/ingest/records',
    {
      config: { permission: 'ingest:upload' },
      schema: {
        operationId: 'registerRecord',
        tags,
        summary: '手工登记一件来电、来信、来访；带编号即更正原来那一件',
        body: RecordEntry,
        response: { 202: RecordAccepted },
      },
    },
    async (request, reply) => {
      const { kind, values, number: given } = request.body
      if (given !== undefined && !isRecordNumber(given))
        throw new ApiError('API_REQUEST_INVALID', 'body/number')
      const number = given ?? newRecordNumber(services.now())
      const actor = signedIn(request)
      const jobId = await enqueue(services, kind, number, values, actor.name)
      await services.audit({ actor, action: 'register-record', object: number, outcome: 'ok' })
      return reply.status(202).send({ number, jobId })
    },
  )

  app.get(
    '/ingest/records',
    {
      config: { permission: 'ingest:upload' },
      schema: {
        operationId: 'listRecords',
        tags,
        summary: '手工登记过的，最近的在前',
        response: { 200: RecordList },
      },
    },
    async () => ({ items: await listRecords(services) }),
  )

  app.get(
    '/ingest/records/:loadId',
    {
      config: { permission: 'ingest:download' },
      schema: {
        operationId: 'getRecord',
        tags,
        summary: '一件手工登记的原文，供更正；每次查看记审计',
        params: Type.Object({ loadId: Type.String({ maxLength: 40 }) }),
        response: { 200: RecordValues },
      },
    },
    async (request) => {
      const [load] = await readLoads(services, request.params.loadId)
      const number = load ? numberOfFile(load.file_name) : null
      if (!load || number === null || !isKind(load.kind)) throw new ApiError('API_NOT_FOUND')
      const path = await findArchived(services.dataDir, load.file_hash)
      if (path === null) throw new ApiError('API_FILE_NOT_ARCHIVED')
      const actor = signedIn(request)
      await services.audit({ actor, action: 'download-source', object: load.load_id, outcome: 'ok' })
      return { kind: load.kind, number, values: recordValues(load.kind, await readFile(path, 'utf8')) }
    },
  )
}

/** Loads of entries made by hand: one by its id, or the published ones, the newest first. */
function readLoads({ warehouse }: Services, loadId: string | null) {
  return warehouse.query(apiQueries.ledger.loads, {
    kind: null,
    source: handSource,
    load_id: loadId,
    status: loadId === null ? 'published' : null,
    reconciled: null,
    limit: mostShown,
    offset: 0,
  })
}

/** Each entry once, as it was corrected last. */
async function listRecords(services: Services): Promise<RecordList['items']> {
  const seen = new Set<string>()
  return (await readLoads(services, null)).flatMap((load) => {
    const number = numberOfFile(load.file_name)
    if (number === null || seen.has(number)) return []
    seen.add(number)
    const { load_id: loadId, kind, actor, started_at: at } = load
    return [{ loadId, number, kind, kindLabel: kindLabel(kind), actor, at: at ?? '' }]
  })
}

/** Checks the entry as its load would, and hands it to the queue as a file. */
async function enqueue(
  services: Services,
  kind: RecordEntry['kind'],
  number: string,
  values: Readonly<Record<string, string>>,
  actor: string,
): Promise<string> {
  const file = recordFileName(number)
  const { jobId } = await deliver(services, actor, async (inbox, id) => {
    const path = inbox.pathOf(id, file)
    await writeFile(path, recordLine(kind, number, values), { mode: 0o600 })
    const { sheets } = await inspectFile(path, {
      fileName: file,
      now: services.now,
      kind,
      mappings: [],
    })
    const reasons = sheets.flatMap((sheet) => sheet.reasons.map((reason) => reason.message))
    if (reasons.length > 0) throw new ApiError('API_RECORD_REFUSED', reasons.join(''))
    return { files: [file], kind, source: handSource }
  })
  return jobId
}
