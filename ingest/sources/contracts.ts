import type { Kind } from '#warehouse'
import { budgetAdjustments } from './budget_adjustments/contract.ts'
import { budgetLines } from './budget_lines/contract.ts'
import { comments } from './comments/contract.ts'
import type { Contract } from './contract.ts'
import { livelihoodProjects } from './livelihood_projects/contract.ts'
import { payments } from './payments/contract.ts'
import { petitions } from './petitions/contract.ts'
import { proceedings } from './proceedings/contract.ts'
import { procurements } from './procurements/contract.ts'
import { regions } from './regions/contract.ts'
import { revenues } from './revenues/contract.ts'
import { expenditures } from './expenditures/contract.ts'
import { debts } from './debts/contract.ts'
import { treasuryMonths } from './treasury_months/contract.ts'
import { investments } from './investments/contract.ts'
import { receivables } from './receivables/contract.ts'
import { bids } from './bids/contract.ts'
import { disclosures } from './disclosures/contract.ts'
import { disclosureLines } from './disclosure_lines/contract.ts'
import { suggestions } from './suggestions/contract.ts'
import { transfers } from './transfers/contract.ts'
import { units } from './units/contract.ts'

/** The contract of each source kind. */
export const contracts: Readonly<Record<Kind, Contract>> = {
  suggestions,
  petitions,
  comments,
  budget_lines: budgetLines,
  budget_adjustments: budgetAdjustments,
  payments,
  transfers,
  procurements,
  regions,
  units,
  proceedings,
  livelihood_projects: livelihoodProjects,
  receivables,
  bids,
  disclosures,
  disclosure_lines: disclosureLines,
  investments,
  treasury_months: treasuryMonths,
  debts,
  expenditures,
  revenues,
}
