/** What a pull learns beside its records. */
export class PullNotes {
  /** How many records the source said there are in all; null: it did not say. */
  stated: number | null = null
  /** Sentences for the run's message. */
  readonly warnings: string[] = []
}
