import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { BudgetSettingError, ThresholdError, thresholdErrors, type ThresholdErrorCode } from '#analysis'
import { CaseworkError, caseworkErrors, type CaseworkErrorCode } from '#casework'
import { WallError, wallErrors, type WallErrorCode } from '#wall'
import { apiErrors, type ApiErrorCode } from '../error-catalogue.ts'
import type { Problem } from '../contract/index.ts'
import { ApiError } from '../errors.ts'
import { errorPlace, readableFailure } from '../failure.ts'
import type { App } from '../fastify-types.ts'

/** Turns every error into RFC 9457 problem details with a stable code. */
export function registerProblems(app: App): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const problem = toProblem(error, pathOf(request))
    if (problem.status >= 500) {
      request.log.error(
        { code: problem.code, route: request.routeOptions.url, error: errorPlace(error) },
        'failed',
      )
    }
    return sendProblem(reply, problem)
  })
}

/** The answer for an address nothing is registered for. */
export function sendNotFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return sendProblem(reply, toProblem(new ApiError('API_NOT_FOUND'), pathOf(request)))
}

function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  // Serialised here: the route's own response schemas describe its successes.
  const body = JSON.stringify(problem)
  return reply.status(problem.status).type('application/problem+json; charset=utf-8').send(body)
}

/** `instance` is the path without its query, which may hold what someone searched for. */
export function toProblem(error: unknown, instance: string): Problem {
  const { code, status, title, detail } = describe(error)
  return { type: `urn:huizhi:error:${code}`, title, status, code, detail, instance }
}

function describe(error: unknown): Omit<Problem, 'type' | 'instance'> {
  if (error instanceof ApiError)
    return { code: error.code, status: error.status, title: error.title, detail: error.detail }
  if (error instanceof CaseworkError) {
    const { code, detail } = error
    return { code, status: caseStatuses[code], title: caseworkErrors[code], detail }
  }
  if (error instanceof ThresholdError || error instanceof BudgetSettingError) {
    const { code } = error
    const detail = error instanceof ThresholdError ? error.detail : error.advice
    return { code, status: thresholdStatuses[code], title: thresholdErrors[code], detail }
  }
  if (error instanceof WallError) {
    const { code, detail } = error
    return { code, status: wallStatuses[code], title: wallErrors[code], detail }
  }
  const code = ownCode(error)
  if (code !== null) return fromCatalogue(code, validationDetail(error))
  const known = readableFailure(error, 'API_INTERNAL')
  return { code: known.code, status: isRefusal(error) ? 409 : 500, title: known.message, detail: '' }
}

/** The layers below refused, as things stand now; nothing is broken. */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false
  return error.name === 'IngestError' || /^WH_LOAD_(?:UNKNOWN|PRESENT|UNTRACKED)$/.test(String(error.code))
}

function fromCatalogue(code: ApiErrorCode, detail: string): Omit<Problem, 'type' | 'instance'> {
  return { code, status: apiErrors[code].status, title: apiErrors[code].title, detail }
}

/** What a refusal of the casework layer is over HTTP. */
const caseStatuses: Readonly<Record<CaseworkErrorCode, number>> = {
  CASE_NOT_FOUND: 404,
  CASE_FINDING_GONE: 409,
  CASE_MOVED: 409,
  CASE_STEP_REFUSED: 409,
  CASE_INPUT_INVALID: 400,
  CASE_OWN_LETTER: 403,
  CASE_FILE_TOO_LARGE: 413,
  CASE_SETTINGS_INVALID: 500,
}

/** What a refused change of a threshold is over HTTP. */
const thresholdStatuses: Readonly<Record<ThresholdErrorCode, number>> = {
  BUD_THRESHOLD_UNKNOWN: 404,
  BUD_THRESHOLD_LEGAL: 409,
  BUD_THRESHOLD_INVALID: 400,
  BUD_SETTINGS_INVALID: 500,
  BUD_CHANGE_UNKNOWN: 404,
  BUD_CHANGE_PENDING: 409,
  BUD_CHANGE_SETTLED: 409,
  BUD_CHANGE_OWN: 403,
  BUD_CHANGE_NOT_OWN: 403,
  BUD_CHANGE_SAME: 409,
  BUD_CHANGE_PAST: 400,
  BUD_CHANGE_SHARED: 409,
}

/** What a refusal of the wall layer is over HTTP. */
const wallStatuses: Readonly<Record<WallErrorCode, number>> = {
  WALL_UNKNOWN: 404,
  WALL_CODE_INVALID: 409,
  WALL_PAIRING_BUSY: 503,
  WALL_ADDRESS_INVALID: 400,
  WALL_SCENE_UNKNOWN: 409,
  WALL_SCENE_BUILT_IN: 409,
  WALL_SCENE_INVALID: 400,
  WALL_MAP_UNKNOWN: 404,
  WALL_MAP_INVALID: 400,
  WALL_MAP_UNREVIEWED: 409,
  WALL_PANEL_CLOSED: 409,
}

/** Codes of Fastify, its plugins and the warehouse that have a meaning of their own here. */
const translations: Readonly<Record<string, ApiErrorCode>> = {
  FST_ERR_VALIDATION: 'API_REQUEST_INVALID',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'API_REQUEST_INVALID',
  FST_ERR_CTP_INVALID_JSON_BODY: 'API_REQUEST_INVALID',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'API_REQUEST_INVALID',
  FST_ERR_CTP_BODY_TOO_LARGE: 'API_REQUEST_INVALID',
  FST_REQ_FILE_TOO_LARGE: 'API_UPLOAD_TOO_LARGE',
  FST_FILES_LIMIT: 'API_UPLOAD_TOO_LARGE',
  FST_PARTS_LIMIT: 'API_UPLOAD_TOO_LARGE',
  FST_FIELDS_LIMIT: 'API_UPLOAD_TOO_LARGE',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'API_UPLOAD_BROKEN',
  FST_PREMATURE_CLOSE: 'API_UPLOAD_BROKEN',
  ERR_STREAM_PREMATURE_CLOSE: 'API_UPLOAD_BROKEN',
  WH_METRIC_UNKNOWN: 'API_NOT_FOUND',
  WH_LINEAGE_NONE: 'API_NOT_FOUND',
  WH_QUERY_TIMEOUT: 'API_TIMEOUT',
  WH_PREVIEW_TIMEOUT: 'API_PREVIEW_TIMEOUT',
  WH_CLOSED: 'API_STOPPING',
}

function ownCode(error: unknown): ApiErrorCode | null {
  if (!(error instanceof Error)) return null
  const fastify = error as Partial<FastifyError>
  if (fastify.validation !== undefined) return 'API_REQUEST_INVALID'
  if (fastify.statusCode === 429) return 'API_TOO_MANY_ATTEMPTS'
  const translated = fastify.code === undefined ? undefined : translations[fastify.code]
  if (translated !== undefined) return translated
  const isClientFault =
    fastify.statusCode !== undefined && fastify.statusCode >= 400 && fastify.statusCode < 500
  return isClientFault ? 'API_REQUEST_INVALID' : null
}

/** Names the parameter and the rule it broke; Ajv's messages do not quote the value. */
function validationDetail(error: unknown): string {
  const { validation, validationContext } = error as Partial<FastifyError>
  const [first] = validation ?? []
  if (first === undefined) return ''
  const missing = first.params['missingProperty']
  const place = typeof missing === 'string' ? `/${missing}` : first.instancePath
  return `${validationContext ?? ''}${place} ${first.message ?? ''}`.trim()
}

function pathOf(request: FastifyRequest): string {
  return request.url.split('?', 1)[0] ?? request.url
}
