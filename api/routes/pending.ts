import { Type } from 'typebox'
import { copyWithTime } from '#files'
import {
  draftText,
  inspectFile,
  MappingStore,
  PendingFiles,
  previewEffect,
  draftMapping,
  type FileInspection,
  type MappingDraft as Draft,
  type PendingFile as Waiting,
} from '#ingest'
import { isKind } from '#warehouse'
import {
  IngestEffect,
  InspectionQuery,
  MappingConfirmed,
  MappingDraft,
  PendingInspection,
  PendingList,
} from '../contract/index.ts'
import { ApiError } from '../errors.ts'
import { inTurn } from '../in-turn.ts'
import type { App } from '../fastify-types.ts'
import { deliver } from '../jobs/deliver.ts'
import { safeFileName } from '../jobs/safe-file-name.ts'
import { signedIn } from '../plugins/guard.ts'
import type { Services } from '../services.ts'
import { toInspection, toPending } from '../views/mapping.ts'

const tags = ['数据接入']
const ById = Type.Object({ id: Type.String({ maxLength: 40 }) })
const config = { permission: 'ingest:upload' } as const

/** Files that wait for a person to say what their columns are: look, try, confirm, or throw away. */
export function registerPendingRoutes(app: App, services: Services): void {
  const pending = new PendingFiles(services.dataDir)

  app.get(
    '/ingest/pending',
    {
      config,
      schema: {
        operationId: 'listPendingFiles',
        tags,
        summary: '表头认不出、待人确认的文件，先到的在前',
        response: { 200: PendingList },
      },
    },
    async () => ({ items: (await pending.list()).map(toPending) }),
  )

  app.get(
    '/ingest/pending/:id',
    {
      config,
      schema: {
        operationId: 'inspectPendingFile',
        tags,
        summary: '一个待确认文件：各列像什么、读前读后的样例、会被隔离的行；kind 可换一类来猜',
        params: ById,
        querystring: InspectionQuery,
        response: { 200: PendingInspection },
      },
    },
    async (request) => {
      const waiting = await findWaiting(pending, request.params.id)
      const { kind } = request.query
      return toInspection(waiting, await inspect(services, pending, waiting, { kind }))
    },
  )

  app.post(
    '/ingest/pending/:id/preview',
    {
      config,
      schema: {
        operationId: 'previewPendingFile',
        tags,
        summary: '按所选的列试读，不入库',
        params: ById,
        body: MappingDraft,
        response: { 200: PendingInspection },
      },
    },
    async (request) => {
      const waiting = await findWaiting(pending, request.params.id)
      return toInspection(waiting, await inspect(services, pending, waiting, { draft: request.body }))
    },
  )

  registerEffect(app, services, pending)
  registerConfirmation(app, services, pending)
}

function registerEffect(app: App, services: Services, pending: PendingFiles): void {
  app.post(
    '/ingest/pending/:id/effect',
    {
      config,
      schema: {
        operationId: 'previewPendingEffect',
        tags,
        summary: '按所选的列全部载入一遍再撤回：行数、各表、各指标会怎样变',
        params: ById,
        body: MappingDraft,
        response: { 200: IngestEffect },
      },
    },
    async (request) => {
      const waiting = await findWaiting(pending, request.params.id)
      const { draft, missing } = await completeDraft(services, pending, waiting, request.body)
      if (missing.length > 0) throw new ApiError('API_MAPPING_INCOMPLETE', missing.join('、'))
      const file = { path: pending.pathOf(waiting), name: waiting.fileName }
      const { dataDir, now, warehouse } = services
      const options = { dataDir, now, actor: signedIn(request).name }
      const effect = await previewEffect(warehouse, file, draftMapping(draft), [], options)
      return {
        ...effect,
        warnings: [...effect.warnings],
        marts: [...effect.marts],
        metrics: [...effect.metrics],
      }
    },
  )
}

function registerConfirmation(app: App, services: Services, pending: PendingFiles): void {
  const oneByOne = inTurn()
  app.post(
    '/ingest/pending/:id/confirm',
    {
      config,
      schema: {
        operationId: 'confirmPendingFile',
        tags,
        summary: '确认各列的含义：存下映射，并排队载入该文件；以后同样表头的文件直接载入',
        params: ById,
        body: MappingDraft,
        response: { 202: MappingConfirmed },
      },
    },
    async (request, reply) => {
      services.jobs.assertOpen()
      const actor = signedIn(request)
      const confirmed = await oneByOne(async () => {
        const waiting = await findUnsettled(services, pending, request.params.id, request.body)
        const { draft, missing } = await completeDraft(services, pending, waiting, request.body)
        if (missing.length > 0) throw new ApiError('API_MAPPING_INCOMPLETE', missing.join('、'))
        const store = new MappingStore(services.dataDir)
        const id = await store.idFor(draftMapping(draft))
        await store.save(id, draftText(draft), services.now())
        await services.audit({ actor, action: 'confirm-mapping', object: id, outcome: 'ok' })
        const after = await inspect(services, pending, waiting, {})
        const remaining = after.sheets.filter(isTableToConfirm).length
        const jobId = remaining === 0 ? await enqueue(services, pending, waiting, actor.name) : null
        return { mapping: id, jobId, remaining }
      })
      return reply.status(202).send(confirmed)
    },
  )

  app.post(
    '/ingest/pending/:id/load',
    {
      config,
      schema: {
        operationId: 'loadPendingFile',
        tags,
        summary: '载入已能认出的工作表，其余不接入',
        params: ById,
        response: { 202: Type.Object({ jobId: Type.String() }) },
      },
    },
    async (request, reply) => {
      const waiting = await findWaiting(pending, request.params.id)
      const actor = signedIn(request)
      await services.audit({ actor, action: 'load-pending', object: waiting.id, outcome: 'ok' })
      return reply.status(202).send({ jobId: await enqueue(services, pending, waiting, actor.name) })
    },
  )

  app.delete(
    '/ingest/pending/:id',
    {
      config,
      schema: {
        operationId: 'discardPendingFile',
        tags,
        summary: '不接入这个文件',
        params: ById,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const waiting = await findWaiting(pending, request.params.id)
      await pending.remove(waiting.id)
      const actor = signedIn(request)
      await services.audit({ actor, action: 'discard-pending', object: waiting.id, outcome: 'ok' })
      return reply.status(204).send(null)
    },
  )
}

/** Sheets that look like tables; a cover or 填表说明 beside them holds nothing up. */
function isTableToConfirm({ needsConfirmation, columns }: FileInspection['sheets'][number]): boolean {
  const known = columns.filter(({ reason }) => reason !== null && reason !== 'values')
  return needsConfirmation && known.length >= 2
}

async function findWaiting(pending: PendingFiles, id: string): Promise<Waiting> {
  const waiting = await pending.find(id)
  if (waiting === null) throw new ApiError('API_NOT_FOUND')
  return waiting
}

/** Errors: API_PENDING_SETTLED when the file has gone or a stored mapping reads the sheet by now. */
async function findUnsettled(
  services: Services,
  pending: PendingFiles,
  id: string,
  said: MappingDraft,
): Promise<Waiting> {
  const waiting = await pending.find(id)
  if (waiting === null) throw new ApiError('API_PENDING_SETTLED', '这个文件已不在待确认之列。')
  const { sheets } = await inspect(services, pending, waiting, {})
  const sheet = sheets.find(({ name }) => name === (said.sheet ?? null))
  if (sheet && !sheet.needsConfirmation && sheet.mapping !== null)
    throw new ApiError('API_PENDING_SETTLED', `这张表已由映射“${sheet.mapping}”说明。`)
  return waiting
}

async function inspect(
  services: Services,
  pending: PendingFiles,
  waiting: Waiting,
  { kind, draft }: { kind?: string | undefined; draft?: MappingDraft | undefined },
): Promise<FileInspection> {
  const { mappings } = await new MappingStore(services.dataDir).list()
  return inspectFile(pending.pathOf(waiting), {
    fileName: waiting.fileName,
    now: services.now,
    kind: kind === undefined ? undefined : toKind(kind),
    mappings: mappings.map(({ mapping }) => mapping),
    source: waiting.source,
    draft: draft && { sheet: draft.sheet ?? null, mapping: toDraft(draft, []) },
  })
}

/** The draft with all headers of its sheet, and the labels of required fields it leaves open. */
async function completeDraft(
  services: Services,
  pending: PendingFiles,
  waiting: Waiting,
  said: MappingDraft,
): Promise<{ draft: Draft; missing: string[] }> {
  const inspection = await inspect(services, pending, waiting, { draft: said })
  const sheet = inspection.sheets.find((one) => one.name === (said.sheet ?? null))
  if (!sheet) throw new ApiError('API_NOT_FOUND')
  const draft = { ...toDraft(said, sheet.headers), source: waiting.source }
  const units = sheet.columns.flatMap((one) => (one.isUnitUnclear ? [`“${one.header}”的单位`] : []))
  return { draft, missing: [...sheet.missing.map(({ label }) => label), ...units] }
}

function toDraft(said: MappingDraft, headers: readonly string[]): Draft {
  return { ...said, kind: toKind(said.kind), headers }
}

function toKind(text: string) {
  if (!isKind(text)) throw new ApiError('API_REQUEST_INVALID', 'kind')
  return text
}

/** Hands the file to the queue as if it had just been uploaded; a restart in between finds it in one place or the other. */
async function enqueue(
  services: Services,
  pending: PendingFiles,
  waiting: Waiting,
  actor: string,
): Promise<string> {
  const { jobId } = await deliver(services, actor, async (inbox, id) => {
    const file = safeFileName(waiting.fileName)
    await copyWithTime(pending.pathOf(waiting), inbox.pathOf(id, file))
    return { files: [file], ...(waiting.source === null ? {} : { source: waiting.source }) }
  })
  await pending.remove(waiting.id)
  return jobId
}
