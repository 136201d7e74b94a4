import { createReadStream } from 'node:fs'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { findArchived } from '#ingest'
import { apiQueries } from '#warehouse'
import { sendAttachment } from './attachment.ts'
import { ApiError } from './errors.ts'
import { signedIn } from './plugins/guard.ts'
import type { Services } from './services.ts'

/** The ledger's line of a load. Errors: API_NOT_FOUND. */
export async function readLoad({ warehouse }: Services, id: string) {
  const any = { kind: null, source: null, status: null, reconciled: null } as const
  const [load] = await warehouse.query(apiQueries.ledger.loads, { ...any, load_id: id, limit: 1, offset: 0 })
  if (load === undefined) throw new ApiError('API_NOT_FOUND')
  return load
}

/** Sends the archived file of a load and notes in the audit log who took it. Errors: API_NOT_FOUND, API_FILE_NOT_ARCHIVED. */
export async function sendSource(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  loadId: string,
): Promise<never> {
  const load = await readLoad(services, loadId)
  const path = await findArchived(services.dataDir, load.file_hash)
  if (path === null) throw new ApiError('API_FILE_NOT_ARCHIVED')
  const actor = signedIn(request)
  await services.audit({ actor, action: 'download-source', object: load.load_id, outcome: 'ok' })
  const name = load.file_name.split(/[/\\]/).at(-1) ?? 'source'
  return sendAttachment(reply, { name }, createReadStream(path))
}
