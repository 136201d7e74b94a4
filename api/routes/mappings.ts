import { Type } from 'typebox'
import { IngestError, MappingStore } from '#ingest'
import { MappingText, SourceKinds, StoredMappingDetail, StoredMappingList } from '../contract/index.ts'
import { assertUnchanged } from '../content-version.ts'
import { ApiError } from '../errors.ts'
import type { App } from '../fastify-types.ts'
import { inTurn } from '../in-turn.ts'
import { signedIn } from '../plugins/guard.ts'
import type { Services } from '../services.ts'
import { toSourceKinds, toStoredDetail, toStoredMapping } from '../views/mapping.ts'

const tags = ['数据接入']
const ById = Type.Object({ id: Type.String({ maxLength: 120 }) })

/** The mappings of the data home: seen, edited with their earlier versions kept, taken out of use. */
export function registerMappingRoutes(app: App, services: Services): void {
  const store = new MappingStore(services.dataDir)

  app.get(
    '/ingest/kinds',
    {
      config: { permission: 'ingest:read' },
      schema: {
        operationId: 'listSourceKinds',
        tags,
        summary: '各类数据有哪些列、哪些必填、可填什么',
        response: { 200: SourceKinds },
      },
    },
    () => toSourceKinds(),
  )

  app.get(
    '/ingest/mappings',
    {
      config: { permission: 'ingest:read' },
      schema: {
        operationId: 'listMappings',
        tags,
        summary: '已存的映射',
        response: { 200: StoredMappingList },
      },
    },
    async () => {
      const { mappings, errors } = await store.list()
      return { items: mappings.map(toStoredMapping), errors: errors.map((error) => error.message) }
    },
  )

  app.get(
    '/ingest/mappings/:id',
    {
      config: { permission: 'ingest:read' },
      schema: {
        operationId: 'getMapping',
        tags,
        summary: '一个映射的内容与旧版本',
        params: ById,
        response: { 200: StoredMappingDetail },
      },
    },
    async (request) => {
      const stored = await store.find(request.params.id)
      if (stored === null) throw new ApiError('API_NOT_FOUND')
      return toStoredDetail(stored)
    },
  )
  registerVersion(app, store)
  registerChanges(app, services, store)
}

function registerVersion(app: App, store: MappingStore): void {
  app.get(
    '/ingest/mappings/:id/versions/:version',
    {
      config: { permission: 'ingest:read' },
      schema: {
        operationId: 'getMappingVersion',
        tags,
        summary: '一个映射的旧版本',
        params: Type.Object({ ...ById.properties, version: Type.String({ maxLength: 40 }) }),
        response: { 200: MappingText },
      },
    },
    async (request) => {
      const text = await store.version(request.params.id, request.params.version)
      if (text === null) throw new ApiError('API_NOT_FOUND')
      return { text }
    },
  )
}

function registerChanges(app: App, services: Services, store: MappingStore): void {
  const oneByOne = inTurn()
  app.put(
    '/ingest/mappings/:id',
    {
      config: { permission: 'ingest:upload' },
      schema: {
        operationId: 'saveMapping',
        tags,
        summary: '改一个映射；原来的留作旧版本',
        params: ById,
        body: MappingText,
        response: { 200: StoredMappingDetail },
      },
    },
    async (request) => {
      const { id } = request.params
      const { text, version = null } = request.body
      const saved = await oneByOne(async () => {
        const present = await store.find(id)
        if (present === null) throw new ApiError('API_NOT_FOUND')
        assertUnchanged(present.text, version)
        return save(store, id, text, services.now())
      })
      await services.audit({ actor: signedIn(request), action: 'save-mapping', object: id, outcome: 'ok' })
      return toStoredDetail(saved)
    },
  )

  app.delete(
    '/ingest/mappings/:id',
    {
      config: { permission: 'ingest:upload' },
      schema: {
        operationId: 'removeMapping',
        tags,
        summary: '停用一个映射；内容留作旧版本',
        params: ById,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      if (!(await store.remove(id, services.now()))) throw new ApiError('API_NOT_FOUND')
      await services.audit({ actor: signedIn(request), action: 'remove-mapping', object: id, outcome: 'ok' })
      return reply.status(204).send(null)
    },
  )
}

async function save(store: MappingStore, id: string, text: string, now: Date) {
  try {
    return await store.save(id, text, now)
  } catch (error) {
    if (error instanceof IngestError)
      throw new ApiError('API_MAPPING_INVALID', error.message, { cause: error })
    throw error
  }
}
