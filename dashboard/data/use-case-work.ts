import { useQueryClient } from '@tanstack/vue-query'
import type { CaseAction, CaseDecision, CaseDetail, CaseFile, CaseFiles } from '#contract'
import { request, uploadFiles } from '#ui'
import { endpoints } from './endpoints.ts'
import { useAttempt, type Attempts } from './use-attempt.ts'
import { dataKey } from './use-endpoint.ts'

const decisions = new Set<string>([
  'approve-letter',
  'return-letter',
  'approve-escalation',
  'decline-escalation',
])

type CaseStep = 'step' | 'open' | 'upload'

export interface CaseWork {
  readonly busy: Attempts<CaseStep>['busy']
  readonly problem: Attempts<CaseStep>['problem']
  /** Carries out one step on the case as shown. True when it went through; else `problem` says why. */
  readonly carryOut: (shown: CaseDetail, action: CaseAction | CaseDecision) => Promise<boolean>
  /** Opens the case of a finding, or finds the one it has. */
  readonly open: (findingId: string, note: string) => Promise<CaseDetail | null>
  readonly upload: (caseId: string, files: readonly File[]) => Promise<CaseFile[] | null>
}

/** The steps of a case for pages: one request each, and everything on screen is fetched again afterwards. */
export function useCaseWork(): CaseWork {
  const client = useQueryClient()
  const { busy, problem, attempt } = useAttempt<CaseStep>()

  function show(detail: CaseDetail): CaseDetail {
    const { path, query } = endpoints.caseDetail(detail.id)
    client.setQueryData([dataKey, path, query], detail)
    void client.invalidateQueries({ queryKey: [dataKey] })
    return detail
  }

  return {
    busy,
    problem,
    carryOut: async (shown, action) => {
      const head = { version: shown.version, requestId: createRequestId() }
      const isDecision = decisions.has(action.type)
      const path = isDecision ? endpoints.caseDecisions(shown.id) : endpoints.caseActions(shown.id)
      const body = isDecision ? { ...head, decision: action } : { ...head, action }
      return (await attempt('step', async () => show(await request<CaseDetail>(path, { body })))) !== null
    },
    open: (findingId, note) =>
      attempt('open', async () => {
        const body = { findingId, note, requestId: createRequestId() }
        return show(await request<CaseDetail>(endpoints.openCase, { body }))
      }),
    upload: (caseId, files) =>
      attempt('upload', async () => {
        if (files.length === 0) return []
        const path = endpoints.caseFiles(caseId)
        return (await uploadFiles<CaseFiles>(path, files, {}, () => undefined)).files
      }),
  }
}

/** 128 random bits; `crypto.randomUUID` is missing on plain HTTP inside an office network. */
export function createRequestId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
}
