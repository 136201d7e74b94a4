import { randomUUID } from 'node:crypto'
import { shanghaiDay, toInstant } from '#calendar'
import { thresholdStatements } from '#warehouse'
import {
  budgetRules,
  inForceOn,
  type Threshold,
  type ThresholdChange,
  thresholdsFor,
  tryOut,
} from '../budget/index.ts'
import { backtestThreshold } from './backtest.ts'
import { readBudgetSettings } from './budget-settings.ts'
import type { AnalysisContext } from './job.ts'
import { ThresholdError } from './threshold-errors.ts'
import { readThresholdChanges } from './threshold-store.ts'

export type ThresholdContext = Pick<AnalysisContext, 'warehouse' | 'modelsDir' | 'now' | 'signal'>

/** Who proposes or decides. */
export interface ThresholdActor {
  readonly name: string
  readonly displayName: string
  readonly role: string
}

export interface ThresholdProposal {
  readonly rule: string
  readonly key: string
  readonly value: number
  /** Shanghai day, today or later. */
  readonly effectiveOn: string
  readonly reason: string
  /** The same id a second time changes nothing and answers with the change as it stands. */
  readonly requestId: string
}

export interface ThresholdDecision {
  readonly changeId: string
  readonly kind: 'approved' | 'declined' | 'withdrawn'
  readonly reason: string
  readonly requestId: string
}

/** The thresholds a rule runs with today, and how they came about. */
export interface RuleThresholds {
  readonly rule: string
  readonly name: string
  readonly thresholds: readonly (Threshold & {
    /** The rule under which a threshold of several rules is set; null when it is this one's own. */
    readonly sharedWith: string | null
    /** The approved change that holds today. */
    readonly change: ThresholdChange | null
  })[]
  /** Newest first. */
  readonly changes: readonly ThresholdChange[]
}

/** The thresholds of every written rule, or of one. Errors: BUD_THRESHOLD_UNKNOWN, BUD_SETTINGS_INVALID. */
export async function readRuleThresholds(
  context: ThresholdContext,
  only: string | null = null,
): Promise<RuleThresholds[]> {
  const { settings } = await readBudgetSettings(context)
  const changes = await readThresholdChanges(context.warehouse)
  const held = inForceOn(changes, shanghaiDay(context.now))
  const rules = budgetRules.filter(({ id }) => only === null || id === only)
  if (only !== null && rules.length === 0) throw new ThresholdError('BUD_THRESHOLD_UNKNOWN', '规则未启用')
  return rules.map((rule) => ({
    rule: rule.id,
    name: rule.name,
    thresholds: thresholdsFor(rule, settings.thresholds).declared.map((threshold) => {
      const sharedWith = sharedRule(rule.id, threshold.key)
      const owner = sharedWith ?? rule.id
      const change = held.find((one) => one.rule === owner && one.key === threshold.key) ?? null
      return { ...threshold, sharedWith, change }
    }),
    changes: changes.filter((change) => change.rule === rule.id),
  }))
}

/**
 * Proposes a change; the backtest of that moment is kept with it. Errors: BUD_THRESHOLD_UNKNOWN, BUD_THRESHOLD_LEGAL,
 * BUD_THRESHOLD_INVALID, BUD_CHANGE_PENDING, BUD_CHANGE_SAME, BUD_CHANGE_PAST, BUD_CHANGE_SHARED.
 */
export async function proposeThreshold(
  context: ThresholdContext,
  proposal: ThresholdProposal,
  actor: ThresholdActor,
): Promise<ThresholdChange> {
  const { rule, key, value, effectiveOn, reason, requestId } = proposal
  const { warehouse, now } = context
  const known = (await readThresholdChanges(warehouse)).find((change) => change.requestId === requestId)
  if (known !== undefined) return known
  const valueNow = await assertProposable(context, proposal)
  const { before, after, gained, lost } = await backtestThreshold(context, {
    rule,
    values: { [key]: value },
  })
  await warehouse.execute(thresholdStatements.addProposal, {
    event_id: randomUUID(),
    change_id: randomUUID(),
    rule,
    threshold: key,
    value_now: valueNow,
    value_proposed: value,
    effective_on: effectiveOn,
    reason: reason.trim(),
    trial: JSON.stringify({
      now: before.length,
      tried: after.length,
      gained: gained.length,
      lost: lost.length,
    }),
    actor: actor.name,
    actor_name: actor.displayName,
    role: actor.role,
    at: toInstant(now),
    request_id: requestId,
  })
  const added = (await readThresholdChanges(warehouse, rule)).find((change) => change.requestId === requestId)
  if (added === undefined) throw new ThresholdError('BUD_CHANGE_PENDING')
  return added
}

/** Gives the present value of the threshold. */
async function assertProposable(
  context: ThresholdContext,
  { rule, key, value, effectiveOn }: ThresholdProposal,
): Promise<number> {
  const { warehouse, now } = context
  const sharedWith = sharedRule(rule, key)
  if (sharedWith !== null) throw new ThresholdError('BUD_CHANGE_SHARED', `规则 ${sharedWith}`)
  if (effectiveOn < shanghaiDay(now)) throw new ThresholdError('BUD_CHANGE_PAST')
  const changes = await readThresholdChanges(warehouse, rule)
  if (changes.some((change) => change.key === key && change.outcome === null))
    throw new ThresholdError('BUD_CHANGE_PENDING')
  const { settings } = await readBudgetSettings(context)
  tryOut(settings.thresholds ?? {}, { rule, values: { [key]: value } })
  const [own] = await readRuleThresholds(context, rule)
  const valueNow =
    own?.thresholds.find((one) => one.key === key)?.value ??
    own?.thresholds.find((one) => one.key === key.split('.')[0])?.value ??
    0
  if (valueNow === value) throw new ThresholdError('BUD_CHANGE_SAME')
  return valueNow
}

/**
 * Approves, declines or withdraws a change; it can be settled once. Errors: BUD_CHANGE_UNKNOWN, BUD_CHANGE_SETTLED,
 * BUD_CHANGE_OWN, BUD_CHANGE_NOT_OWN.
 */
export async function settleThreshold(
  { warehouse, now }: Pick<ThresholdContext, 'warehouse' | 'now'>,
  { changeId, kind, reason, requestId }: ThresholdDecision,
  actor: ThresholdActor,
): Promise<ThresholdChange> {
  const find = async (): Promise<ThresholdChange> => {
    const change = (await readThresholdChanges(warehouse)).find(({ id }) => id === changeId)
    if (change === undefined) throw new ThresholdError('BUD_CHANGE_UNKNOWN')
    return change
  }
  const change = await find()
  if (change.outcome?.requestId === requestId) return change
  if (change.outcome !== null) throw new ThresholdError('BUD_CHANGE_SETTLED')
  const isOwn = change.proposedBy.name === actor.name
  if (kind === 'withdrawn' && !isOwn) throw new ThresholdError('BUD_CHANGE_NOT_OWN')
  if (kind !== 'withdrawn' && isOwn) throw new ThresholdError('BUD_CHANGE_OWN')
  await warehouse.execute(thresholdStatements.addDecision, {
    event_id: randomUUID(),
    change_id: changeId,
    kind,
    reason: reason.trim(),
    actor: actor.name,
    actor_name: actor.displayName,
    role: actor.role,
    at: toInstant(now),
    request_id: requestId,
  })
  const settled = await find()
  if (settled.outcome?.requestId !== requestId) throw new ThresholdError('BUD_CHANGE_SETTLED')
  return settled
}

/** The rule under which a threshold that holds for several rules is set; null when it is the rule's own. */
function sharedRule(rule: string, key: string): string | null {
  const shares = budgetRules.find(({ id }) => id === rule)?.shares
  return shares !== undefined && shares.key === key.split('.')[0] ? shares.rule : null
}
