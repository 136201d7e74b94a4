import { type Ranking } from './findings.ts'
import { type ThresholdSettings } from './settings.ts'
import { type WhitelistEntry } from './suppression.ts'

/** What a check is asked to do. */
export interface CheckOptions extends Ranking {
  /** 'YYYY-MM-DD': the day whitelist entries are held against. */
  readonly today: string
  readonly thresholds?: ThresholdSettings
  readonly whitelist?: readonly WhitelistEntry[]
  /** Rule ids to run; all when absent. The quality gate always runs. */
  readonly only?: readonly string[]
}
