import { type Day } from '../calendar.ts'

/** One agenda item of one meeting of the standing committee. */
export interface Proceeding {
  itemId: string
  session: string
  held: Day
  category: string
  title: string
  stage: string
  /** Empty for a meeting still to come. */
  result: string
  votes: readonly [forVotes: number, against: number, abstain: number] | null
  draft: string
}

/** One livelihood project of one year, as last reported. */
export interface LivelihoodProject {
  projectId: string
  year: number
  title: string
  leadUnit: string
  target: string
  planned: Day
  /** Per cent; null without a report. */
  progress: number | null
  status: string
  /** 分 */
  budget: number
  votesRank: number
  reported: Day | null
}
