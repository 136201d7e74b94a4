import { randomUUID } from 'node:crypto'
import { CaseworkError, type Actor, type Command } from '#casework'
import {
  BulkLetters,
  BulkLettersRequest,
  CaseActionRequest,
  CaseDecisionRequest,
  CaseDetail,
  CaseOpenRequest,
} from '../contract/index.ts'
import { toCommand } from '../case-commands.ts'
import type { App } from '../fastify-types.ts'
import { signedIn } from '../plugins/guard.ts'
import type { Services } from '../services.ts'
import { CaseParams, caseTags, settingOf, toCaseDetail } from './cases.ts'

type Request = Parameters<typeof signedIn>[0]

export function registerCaseWorkRoutes(app: App, services: Services): void {
  registerOpening(app, services)
  registerBulk(app, services)

  app.post(
    '/cases/:id/actions',
    {
      config: { permission: 'cases:work' },
      schema: {
        operationId: 'workCase',
        tags: caseTags,
        summary: '预算监督人员办理一步；版本不符返回 409，同一 requestId 只办一次',
        params: CaseParams,
        body: CaseActionRequest,
        response: { 200: CaseDetail },
      },
    },
    async (request) =>
      carryOut(services, request, request.params.id, toCommand(request.body.action), request.body),
  )

  app.post(
    '/cases/:id/decisions',
    {
      config: { permission: 'letters:approve' },
      schema: {
        operationId: 'decideCase',
        tags: caseTags,
        summary: '领导签发或退回函件、批复升级监督；起草人不能签发',
        params: CaseParams,
        body: CaseDecisionRequest,
        response: { 200: CaseDetail },
      },
    },
    async (request) =>
      carryOut(services, request, request.params.id, toCommand(request.body.decision), request.body),
  )
}

function registerOpening(app: App, services: Services): void {
  app.post(
    '/cases',
    {
      config: { permission: 'cases:work' },
      schema: {
        operationId: 'openCase',
        tags: caseTags,
        summary: '为疑点立案；已有案件就返回那个案件（一单位一事项一案）',
        body: CaseOpenRequest,
        response: { 200: CaseDetail },
      },
    },
    async (request) => {
      const actor = signedIn(request)
      const { findingId, note, requestId } = request.body
      const one = await services.casework.open(findingId, note ?? '', { actor: personOf(actor), requestId })
      await services.audit({ actor, action: 'case-open', object: one.id, outcome: 'ok' })
      return toCaseDetail(services, one, await settingOf(services, request))
    },
  )
}

async function carryOut(
  services: Services,
  request: Request,
  caseId: string,
  command: Command,
  { version, requestId }: { version: number; requestId: string },
) {
  const actor = signedIn(request)
  const entry = { actor, action: 'case-action', object: caseId } as const
  try {
    const one = await services.casework.act(caseId, command, { actor: personOf(actor), version, requestId })
    await services.audit({ ...entry, outcome: 'ok', reason: command.type })
    return await toCaseDetail(services, one, await settingOf(services, request))
  } catch (error) {
    if (error instanceof CaseworkError && error.code !== 'CASE_NOT_FOUND') {
      await services.audit({ ...entry, outcome: 'refused', reason: `${command.type} ${error.code}` })
    }
    throw error
  }
}

function registerBulk(app: App, services: Services): void {
  app.post(
    '/cases/letters',
    {
      config: { permission: 'cases:work' },
      schema: {
        operationId: 'draftLetters',
        tags: caseTags,
        summary: '为多个案件各起草一份函件；办不了的逐件说明原因',
        body: BulkLettersRequest,
        response: { 200: BulkLetters },
      },
    },
    async (request) => {
      const actor = signedIn(request)
      const items = []
      for (const caseId of request.body.cases) {
        const why = await draftFor(services, caseId, personOf(actor), request.body.requestId)
        items.push({ caseId, isDrafted: why === null, why })
        const outcome = why === null ? 'ok' : 'refused'
        await services.audit({
          actor,
          action: 'case-action',
          object: caseId,
          outcome,
          reason: 'draft-letter',
        })
      }
      return { drafted: items.filter(({ isDrafted }) => isDrafted).length, items }
    },
  )
}

/** Drafts one letter, beginning the verification when the case is new. Null when done, else why not. */
async function draftFor(
  { casework }: Services,
  caseId: string,
  actor: Actor,
  requestId: string,
): Promise<string | null> {
  try {
    let one = await casework.find(caseId)
    if (one.state === 'filed') {
      const acting = { actor, version: one.version, requestId: randomUUID() }
      one = await casework.act(caseId, { type: 'verify', note: '' }, acting)
    }
    await casework.act(caseId, { type: 'draft-letter', note: '' }, { actor, version: one.version, requestId })
    return null
  } catch (error) {
    if (error instanceof CaseworkError) return error.userMessage
    throw error
  }
}

/** The signed-in person as the history names them. */
export function personOf({ name, displayName, role }: Actor): Actor {
  return { name, displayName, role }
}
