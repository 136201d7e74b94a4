import { type BudgetLine, type Payment } from './rows.ts'

export type PlantedRule = 'B01' | 'B02' | 'B12' | 'B14' | 'B18' | 'B27' | 'B36' | 'B38'

/** B19: what exceeds its budget often exceeds last year's spending too. */
type SideRule = PlantedRule | 'B19'

/** One planted anomaly; voucher numbers are read after they have been assigned. */
export interface PlantedAnomaly {
  rule: PlantedRule
  agencyCode: string
  fiscalYear: number
  story: string
  /** The matter within the unit: an economic subject, a project, or empty for the whole unit. */
  matter: string
  payments: Payment[]
  lines: BudgetLine[]
  /** 分; how the amount is counted is said in PLANTED.md. */
  amount: number
  /** Other rules a strict reader may also raise for the same unit and year. */
  mayAlsoRaise: SideRule[]
}

/** Something that looks wrong and is in order: the named rules must stay silent about these rows. */
export interface LookAlike {
  name: string
  mustNotRaise: PlantedRule[]
  agencyCode: string
  fiscalYear: number
  story: string
  payments: Payment[]
  lines: BudgetLine[]
}
