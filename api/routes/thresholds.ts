import { join } from 'node:path'
import { Type } from 'typebox'
import {
  backtestThreshold,
  BudgetSettingError,
  inForceFrom,
  proposeThreshold,
  readRuleThresholds,
  settleThreshold,
  ThresholdError,
  type RuleThresholds as RuleThresholdsRead,
  type ThresholdChange as ThresholdChangeRead,
  type ThresholdContext,
} from '#analysis'
import { shanghaiDay } from '#calendar'
import type { AuditAction } from '../accounts/audit.ts'
import {
  BacktestRequest,
  BacktestResult,
  OpenThresholdChanges,
  RuleThresholds,
  ThresholdChange,
  ThresholdDecided,
  ThresholdDecisionRequest,
  ThresholdProposalRequest,
  ThresholdWithdrawalRequest,
} from '../contract/index.ts'
import { ApiError } from '../errors.ts'
import type { App } from '../fastify-types.ts'
import { createJobId } from '../jobs/job-id.ts'
import { signedIn } from '../plugins/guard.ts'
import type { Services } from '../services.ts'
import { findingSources, stampOf } from '../stamps.ts'
import { toBacktest, toRuleThresholds, toThresholdChange } from '../views/threshold.ts'

type Actor = ReturnType<typeof signedIn>

const tags = ['预算疑点']
const RuleParams = Type.Object({ rule: Type.String({ maxLength: 16 }) })
const ChangeParams = Type.Object({ id: Type.String({ maxLength: 64 }) })

/** Thresholds of a rule: what they are, what another value would change, and how one is changed by two people. */
export function registerThresholdRoutes(app: App, services: Services): void {
  registerReads(app, services)
  registerProposal(app, services)
  registerDecision(app, services)
  registerWithdrawal(app, services)
}

function registerReads(app: App, services: Services): void {
  app.get(
    '/budget/rules/:rule/thresholds',
    {
      config: { permission: 'findings:read' },
      schema: {
        operationId: 'listThresholds',
        tags,
        summary: '一条规则的阈值：现值、来历、待批准的修改和历次修改',
        params: RuleParams,
        response: { 200: RuleThresholds },
      },
    },
    async (request) => {
      const rule = await readRule(services, request.params.rule)
      return toRuleThresholds(rule, readerOf(services, signedIn(request)))
    },
  )

  app.get(
    '/budget/threshold-changes',
    {
      config: { permission: 'findings:read' },
      schema: {
        operationId: 'listOpenThresholdChanges',
        tags,
        summary: '全部规则中等待批准的阈值修改',
        response: { 200: OpenThresholdChanges },
      },
    },
    async (request) => {
      const reader = readerOf(services, signedIn(request))
      const rules = await readRuleThresholds(contextOf(services))
      const views = rules.map((rule) => toRuleThresholds(rule, reader))
      return {
        items: views.flatMap(({ rule, name, changes }) =>
          changes
            .filter(({ state }) => state === 'open')
            .map(({ label, proposedAt }) => ({ rule, name, label, proposedAt })),
        ),
      }
    },
  )

  app.post(
    '/budget/rules/:rule/backtests',
    {
      config: { permission: 'findings:read' },
      schema: {
        operationId: 'backtestThreshold',
        tags,
        summary: '在现有数据上试算另一个阈值会多报、少报哪些疑点；不改任何设置',
        params: RuleParams,
        body: BacktestRequest,
        response: { 200: BacktestResult },
      },
    },
    async (request) => {
      const { key, value } = request.body
      const trial = { rule: request.params.rule, values: { [key]: value } }
      const [result, stamp] = await Promise.all([
        backtestThreshold(contextOf(services), trial),
        stampOf(services, findingSources),
      ])
      return toBacktest(result, { key, value }, stamp)
    },
  )
}

function registerProposal(app: App, services: Services): void {
  app.post(
    '/budget/rules/:rule/threshold-changes',
    {
      config: { permission: 'thresholds:propose' },
      schema: {
        operationId: 'proposeThreshold',
        tags,
        summary: '提出修改一个阈值，连同当时的试算结果；法定的不能改，同一 requestId 只记一次',
        params: RuleParams,
        body: ThresholdProposalRequest,
        response: { 201: ThresholdChange },
      },
    },
    async (request, reply) => {
      const actor = signedIn(request)
      const { rule } = request.params
      const { key } = request.body
      const change = await audited(services, actor, 'propose-threshold', `${rule}.${key}`, () =>
        proposeThreshold(contextOf(services), { ...request.body, rule }, actor),
      )
      const view = toThresholdChange(change, await readRule(services, rule), readerOf(services, actor))
      return reply.code(201).send(view)
    },
  )
}

function registerDecision(app: App, services: Services): void {
  app.post(
    '/budget/threshold-changes/:id/decision',
    {
      config: { permission: 'thresholds:approve' },
      schema: {
        operationId: 'decideThreshold',
        tags,
        summary: '批准或不批准一项阈值修改；提出人不能批准，批准且已到日期的随即重新检查',
        params: ChangeParams,
        body: ThresholdDecisionRequest,
        response: { 200: ThresholdDecided },
      },
    },
    async (request) => {
      const actor = signedIn(request)
      const { decision, reason, requestId } = request.body
      const changeId = request.params.id
      if (decision === 'declined' && reason.trim() === '')
        throw new ApiError('API_REQUEST_INVALID', 'body/reason 不批准须写明理由')
      const change = await audited(
        services,
        actor,
        'decide-threshold',
        changeId,
        () => settleThreshold(contextOf(services), { changeId, kind: decision, reason, requestId }, actor),
        decision,
      )
      const rule = await readRule(services, change.rule)
      const run = runAfter(services, change, actor)
      return { change: toThresholdChange(change, rule, readerOf(services, actor)), run }
    },
  )
}

function registerWithdrawal(app: App, services: Services): void {
  app.post(
    '/budget/threshold-changes/:id/withdrawal',
    {
      config: { permission: 'thresholds:propose' },
      schema: {
        operationId: 'withdrawThreshold',
        tags,
        summary: '提出人撤回还没有决定的修改',
        params: ChangeParams,
        body: ThresholdWithdrawalRequest,
        response: { 200: ThresholdChange },
      },
    },
    async (request) => {
      const actor = signedIn(request)
      const changeId = request.params.id
      const change = await audited(services, actor, 'withdraw-threshold', changeId, () =>
        settleThreshold(contextOf(services), { changeId, kind: 'withdrawn', ...request.body }, actor),
      )
      return toThresholdChange(change, await readRule(services, change.rule), readerOf(services, actor))
    },
  )
}

/** A new check when the value already holds; a full queue leaves it to the next one. */
function runAfter(
  { jobs, now }: Services,
  change: ThresholdChangeRead,
  actor: Actor,
): ThresholdDecided['run'] {
  const from = inForceFrom(change)
  if (from === null) return 'none'
  if (from > shanghaiDay(now())) return 'next'
  try {
    const files = [`阈值修改后重新检查 ${change.rule}`]
    jobs.add({ id: createJobId(now()), files, paths: [], actor: actor.name, task: 'analyse' })
    return 'queued'
  } catch (error) {
    if (error instanceof ApiError) return 'next'
    throw error
  }
}

/** Does it and notes it, refused or not; `reason` names the kind of decision, never its words. */
async function audited<T>(
  { audit }: Services,
  actor: Actor,
  action: AuditAction,
  object: string,
  work: () => Promise<T>,
  reason?: string,
): Promise<T> {
  const entry = { actor, action, object }
  try {
    const done = await work()
    await audit({ ...entry, outcome: 'ok', ...(reason === undefined ? {} : { reason }) })
    return done
  } catch (error) {
    if (error instanceof ThresholdError || error instanceof BudgetSettingError)
      await audit({ ...entry, outcome: 'refused', reason: error.code })
    throw error
  }
}

async function readRule(services: Services, id: string): Promise<RuleThresholdsRead> {
  const [rule] = await readRuleThresholds(contextOf(services), id)
  if (rule === undefined) throw new ThresholdError('BUD_THRESHOLD_UNKNOWN')
  return rule
}

function readerOf({ now }: Services, actor: Actor) {
  return { name: actor.name, today: shanghaiDay(now()) }
}

function contextOf({ warehouse, dataDir, now }: Services): ThresholdContext {
  return { warehouse, modelsDir: join(dataDir, 'models'), now: now() }
}
