import { readClauses, type Clause, type ClauseRole } from './clauses.ts'

/** How much a reply says, in letters and digits. */
export interface Substance {
  clauses: readonly Clause[]
  /** … without salutation, the writer's number, dates and thanks. */
  said: number
  /** … of the clauses about the matter itself. */
  content: number
  forwarding: number
  /** … of clauses that send the writer elsewhere or ask for more. */
  referral: number
}

const FRAME =
  /[“"]?UU\d+[”"]?|(?:19|20)\d{2}年\d{1,2}月\d{1,2}日|^\s*(?:尊敬的|亲爱的)?网友|[您你]好|谢谢|感谢[^，。！,!]*/gu

export function substanceOf(reply: string): Substance {
  const clauses = readClauses(reply)
  const of = (...roles: ClauseRole[]): number =>
    clauses.reduce((sum, clause) => sum + (roles.includes(clause.role) ? letters(clause.text) : 0), 0)
  return {
    clauses,
    said: letters(reply.slice(0, 20_000).replace(FRAME, '')),
    content: of('content'),
    forwarding: of('forwarding', 'promise'),
    referral: of('referral', 'deflection', 'pointer'),
  }
}

/** Letters and digits of a text. */
export function letters(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
}
