/** One voice as the per-voice analyses see it. */
export interface VoiceText {
  id: string
  /** suggestions, petitions or comments. */
  kind: string
  /** Normalised (`normaliseText`). */
  title: string
  /** Normalised. */
  body: string
  /** Day it was submitted, 'YYYY-MM-DD'; null when unknown. */
  date: string | null
}

/** A result cell: what a warehouse result table takes. */
export type Cell = string | number | boolean | null | readonly unknown[] | Readonly<Record<string, unknown>>

/** One row for a result table; `voice_id` is among its columns. */
export type Row = Readonly<Record<string, Cell | undefined>>

/**
 * One per-voice analysis: pure, and cheap, since all of them together read a million letters in one go.
 * `words` are the segmented title and body, made once for all. Returns its rows for the voice, often none or one.
 */
export type Reader = (voice: VoiceText, words: readonly string[]) => readonly Row[]

/** The analyses by the result table they fill. */
export type Readers = Readonly<Record<string, Reader>>
