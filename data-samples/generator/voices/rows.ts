import { type Day, type Minute } from '../calendar.ts'

export type Channel = '12345热线' | '网上信访' | '来信来访' | '领导留言板'

export interface Petition {
  petitionId: string
  channel: Channel
  author: string
  title: string
  body: string
  created: Minute
  region: string
  levels: readonly [string, string, string]
  unit: string
  status: string
  reply: string
  replied: Minute | null
  rating: string
  likes: number | null
  dislikes: number | null
  /** The planted topic it belongs to, or empty. Never written to a file. */
  topic: string
}

export interface Suggestion {
  suggestionId: string
  category: '建议' | '议案'
  term: string
  session: string
  title: string
  body: string
  deputy: string
  delegation: string
  coSigners: number
  submitted: Day
  leadUnit: string
  coUnits: string
  assigned: Day | null
  signed: Day | null
  due: Day | null
  replied: Day | null
  reply: string
  result: string
  attitude: string
  outcome: string
  region: string
  category1: string
  status: string
  topic: string
}

export interface Comment {
  commentId: string
  draft: string
  clause: string
  stance: string
  body: string
  authorKind: string
  created: Minute
  adopted: string
  reason: string
  region: string
  topic: string
}
