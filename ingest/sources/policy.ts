import { Type, type Static } from 'typebox'

/** What is done with something a contract did not foresee. */
export const policyModes = ['evolve', 'freeze', 'discard_value', 'discard_row'] as const

export type PolicyMode = (typeof policyModes)[number]

const Mode = Type.Enum([...policyModes])

/**
 * How strictly a source is held to its contract, per kind of deviation:
 *
 * - `columns`: columns that no field takes
 * - `values`: cells that fail their type or their allowed values
 * - `checks`: rows whose fields contradict one another; without it each check decides for itself
 * - `references`: units, budget lines and regions that the master data in the warehouse does not know
 *
 * and per mode: `evolve` keeps and reports, `freeze` refuses the whole file, `discard_value` keeps the row without
 * the cell and counts it, `discard_row` quarantines the row. docs/mapping-files.md states each combination.
 */
export const PolicySchema = Type.Object(
  {
    columns: Type.Optional(Mode),
    values: Type.Optional(Mode),
    checks: Type.Optional(Mode),
    references: Type.Optional(Mode),
  },
  { additionalProperties: false },
)
export type ContractPolicy = Static<typeof PolicySchema>

/** A policy with nothing left open but `checks`, where null leaves the choice to each check. */
export interface ResolvedPolicy {
  readonly columns: PolicyMode
  readonly values: PolicyMode
  readonly checks: PolicyMode | null
  readonly references: PolicyMode
}

/** Completes policies with the defaults; the later ones win. */
export function resolvePolicy(...policies: readonly (ContractPolicy | undefined)[]): ResolvedPolicy {
  const chosen = Object.assign({}, ...policies) as ContractPolicy
  return {
    columns: chosen.columns ?? 'evolve',
    values: chosen.values ?? 'discard_row',
    checks: chosen.checks ?? null,
    references: chosen.references ?? 'evolve',
  }
}
