import type { VoicesQuery } from '../contract/index.ts'

const names = [
  'kind',
  'district',
  'from',
  'to',
  'category',
  'unit',
  'status',
  'q',
  'keyword',
  'topic',
  'matter',
] as const
type VoiceFilter = Record<(typeof names)[number], string | null>

/** The filters of a list of voices as its query takes them: null where nothing was asked for. */
export function toVoiceFilter(asked: {
  readonly [Name in keyof VoicesQuery]?: VoicesQuery[Name] | undefined
}): VoiceFilter {
  return Object.fromEntries(names.map((name) => [name, asked[name] ?? null])) as VoiceFilter
}
