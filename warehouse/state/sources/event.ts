import { optionalInteger, optionalText, text } from '../../shapes.ts'

/** One line of the run log of declared sources, as it is written and read. Times are ISO 8601 UTC. */
export const sourceEvent = {
  event_id: text,
  source: text,
  type: text,
  happened_at: text,
  run_id: optionalText,
  planned_at: optionalText,
  trigger_kind: optionalText,
  outcome: optionalText,
  error_code: optionalText,
  message: optionalText,
  files: optionalInteger,
  rows_read: optionalInteger,
  rows_accepted: optionalInteger,
  rows_quarantined: optionalInteger,
  rows_unchanged: optionalInteger,
  unbalanced: optionalInteger,
  kinds: optionalText,
  mark: optionalText,
  detail: optionalText,
  actor: text,
}
