import { FNV_START, fnv1a } from '../text/hash.ts'
import { readClauses, type Clause } from './clauses.ts'
import { letters } from './substance.ts'

/** 程式答复 says nothing about the matter; 同文答复 gives several letters one and the same answer. */
export type TemplateKind = '程式答复' | '同文答复'

/** A text that stands in several replies. */
export interface ReplyTemplate {
  id: string
  kind: TemplateKind
  /** The common clauses in their order, as the first of the replies has them. */
  text: string
  replies: number
  /** Mean share of the replies' text that is common, 0 to 1. */
  share: number
}

/** What of one reply is also said in others. */
export interface TemplateUse {
  id: string
  /** Share of the reply's letters in clauses that other replies have too, 0 to 1. */
  share: number
  /** Null when little of the reply is reused. */
  template: string | null
}

/** Replies a clause must stand in to count as reused, and a template must have. */
const LEAST_REPLIES = 3
/** Share of reused text from which a reply belongs to a template. */
const LEAST_SHARE = 0.6
/** Letters of content from which a common text is an answer, not a formula. */
const ANSWER_CONTENT = 30
/** Shorter clauses are everybody's words. */
const LEAST_LETTERS = 4

interface ReadReply {
  id: string
  clauses: { clause: Clause; key: string; letters: number }[]
}

/**
 * Finds texts reused over many replies. Clauses are compared with numbers, places' codes and punctuation masked; a
 * reply whose text is mostly reused clauses belongs to the template of exactly those clauses. One pass to count, one
 * to group: the cost grows with the text. The result does not depend on the order of the replies.
 */
export function findTemplates(replies: readonly { id: string; reply: string }[]): {
  templates: ReplyTemplate[]
  uses: TemplateUse[]
} {
  const read = [...replies]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, reply }): ReadReply => ({ id, clauses: readClauses(reply).map(keyed) }))
  const counts = countReplies(read)
  const isReused = (key: string): boolean => (counts.get(key) ?? 0) >= LEAST_REPLIES
  const groups = new Map<string, { reply: ReadReply; share: number }[]>()
  const found = read.map((reply) => {
    const total = reply.clauses.reduce((sum, one) => sum + one.letters, 0)
    const reused = reply.clauses.filter((one) => isReused(one.key))
    const share = total === 0 ? 0 : reused.reduce((sum, one) => sum + one.letters, 0) / total
    const key = share >= LEAST_SHARE ? groupKey(reused) : ''
    if (key !== '') groups.set(key, [...(groups.get(key) ?? []), { reply, share }])
    return { id: reply.id, share, key }
  })
  const templates = new Map<string, ReplyTemplate>()
  for (const [key, members] of groups) {
    if (members.length >= LEAST_REPLIES) templates.set(key, describe(key, members, isReused))
  }
  return {
    templates: [...templates.values()].sort((a, b) => b.replies - a.replies || (a.id < b.id ? -1 : 1)),
    uses: found.map(({ id, share, key }) => ({
      id,
      share: Math.round(share * 1000) / 1000,
      template: templates.get(key)?.id ?? null,
    })),
  }
}

/** To whom a letter was passed on differs from reply to reply and is no part of the template. */
const RECEIVER =
  /(转(?:交|至|给|送|达|呈)*|交办(?:给|至)?|移交(?:给|至)?|交由)[\p{sc=Han}A-Z\d、（）“”]{2,26}?(?=核|调查|办理|处理|处置|关注|答复|办复|研究|予以|进行|$)/u

function keyed(clause: Clause): { clause: Clause; key: string; letters: number } {
  const text = clause.role === 'forwarding' ? clause.text.replace(RECEIVER, '$1') : clause.text
  const key = text
    .replace(/(?:UU|A)\d{3,12}/gu, '')
    .replace(/\d+/gu, '0')
    .replace(/[A-Z]0?(?=[省市县区镇乡街])/gu, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
  return { clause, key, letters: letters(clause.text) }
}

function countReplies(read: readonly ReadReply[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { clauses } of read) {
    for (const key of new Set(clauses.map((one) => one.key))) {
      if (key.length >= LEAST_LETTERS) counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  return counts
}

/** Courtesy varies within one template and is left out, unless there is nothing else. */
function groupKey(reused: readonly { clause: Clause; key: string }[]): string {
  const telling = reused.filter(({ clause }) => clause.role !== 'courtesy' && clause.role !== 'signature')
  const chosen = telling.length > 0 ? telling : reused
  return [...new Set(chosen.map(({ key }) => key))].sort().join('|')
}

function describe(
  key: string,
  members: readonly { reply: ReadReply; share: number }[],
  isReused: (key: string) => boolean,
): ReplyTemplate {
  const common = (members[0]?.reply.clauses ?? []).filter((one) => isReused(one.key))
  const content = common
    .filter(({ clause }) => clause.role === 'content')
    .reduce((sum, one) => sum + one.letters, 0)
  return {
    id: `M${hash(key)}`,
    kind: content >= ANSWER_CONTENT ? '同文答复' : '程式答复',
    text: common
      .map(({ clause }) =>
        clause.role === 'forwarding' ? clause.text.replace(RECEIVER, '$1……') : clause.text,
      )
      .join('，')
      .slice(0, 600),
    replies: members.length,
    share: Math.round((members.reduce((sum, one) => sum + one.share, 0) / members.length) * 1000) / 1000,
  }
}

/** Two FNV-1a hashes with different seeds, 16 hexadecimal digits together. */
function hash(text: string): string {
  return [FNV_START, 0x9747b28c]
    .map((seed) => (fnv1a(text, seed) >>> 0).toString(16).padStart(8, '0'))
    .join('')
}
