/** What the topic core knows of one voice: a suggestion, a petition or hotline order, or a comment. */
export interface TopicVoice {
  /** Unique over all sources. */
  id: string
  title: string
  body: string
  /** Whoever wrote it, as the source names them; null when the source does not say. */
  author: string | null
  /** 'YYYY-MM-DDTHH:MM:SSZ'; null when the source does not say. */
  createdAt: string | null
  /** Place as the source's own columns give it, most specific name first; texts are searched besides. */
  place?: string | null
  likes: number
  dislikes: number
  /** Whether the matter has been answered; null or absent when the source does not say. */
  resolved?: boolean | null
  /** Source kind, e.g. petitions. */
  source: string
  /** Unit that handles it, when the source says. */
  unit?: string | null
  /** Matter found over all voices; null or absent lets the topics group matters themselves. */
  matterId?: string | null
  /** Catalogue level 1, when known. */
  category?: string | null
}

/** Cuts a normalised text into words. */
export type Segment = (text: string) => string[]

const byId = (a: TopicVoice, b: TopicVoice): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/**
 * The voices in the one order every step works in: by id, the first of several with the same id. Row order of the
 * caller decides nothing, except between voices that differ under one id: there the smaller serialised one is taken.
 */
export function inOrder(voices: readonly TopicVoice[]): TopicVoice[] {
  const chosen = new Map<string, TopicVoice>()
  for (const voice of voices) {
    const earlier = chosen.get(voice.id)
    if (!earlier || JSON.stringify(voice) < JSON.stringify(earlier)) chosen.set(voice.id, voice)
  }
  return [...chosen.values()].sort(byId)
}
