import type { SubjectGap } from '#contract'

/** What a person has moved, 元: a change per subject, and a cut of 三公, which can only free money. */
export interface SandboxPlan {
  readonly changes: Readonly<Record<string, number>>
  readonly threePublicCut: number
}

export interface SandboxRow {
  readonly subject: string
  readonly before: number
  readonly after: number
  /** Below this the budget cannot go: what is rigid, and what is paid already. */
  readonly floor: number
  readonly demandShare: number
  readonly shareBefore: number
  readonly shareAfter: number
  readonly isBelowFloor: boolean
}

export interface SandboxResult {
  readonly rows: readonly SandboxRow[]
  readonly threePublic: number
  /** Money taken away and not given, 元; negative when more was given than there is. */
  readonly left: number
  /** Σ min(demand share, money share), before and after. */
  readonly coverageBefore: number
  readonly coverageAfter: number
  /** Why the plan cannot stand; empty when it can. */
  readonly objections: readonly string[]
}

const cent = 0.005

/**
 * Works a plan out: the total stays, 三公 only goes down, no subject falls below its rigid spending or what has been
 * paid. The freed money is there to be given; a plan stands when all of it is.
 */
export function workOut(items: readonly SubjectGap[], plan: SandboxPlan): SandboxResult {
  const moved = items.map((item) => {
    const before = Number(item.adjusted)
    return {
      item,
      before,
      after: before + (plan.changes[item.subject] ?? 0),
      floor: Math.min(before, Math.max(Number(item.rigid), Number(item.paid))),
    }
  })
  const threePublic = sum(items.map((item) => Number(item.threePublic)))
  const [totalBefore, totalAfter] = [sum(moved.map((row) => row.before)), sum(moved.map((row) => row.after))]
  const left = totalBefore + plan.threePublicCut - totalAfter
  const rows = moved.map(({ item, before, after, floor }): SandboxRow => ({
    subject: item.subject,
    before,
    after,
    floor,
    demandShare: item.demandShare,
    shareBefore: share(before, totalBefore),
    shareAfter: share(after, totalAfter),
    isBelowFloor: after < floor - cent,
  }))
  return {
    rows,
    threePublic,
    left,
    coverageBefore: sum(rows.map((row) => Math.min(row.demandShare, row.shareBefore))),
    coverageAfter: sum(rows.map((row) => Math.min(row.demandShare, row.shareAfter))),
    objections: [
      ...rows
        .filter((row) => row.isBelowFloor)
        .map((row) => `${row.subject}：低于刚性支出或已支付的数额，不能再减`),
      ...(plan.threePublicCut < 0 ? ['三公经费只减不增'] : []),
      ...(plan.threePublicCut > threePublic + cent ? ['三公经费不能减到零以下'] : []),
      ...(left < -cent ? ['给出去的多于调出来的：总额不能增加'] : []),
    ],
  }
}

function share(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
