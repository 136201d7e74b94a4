import type { Kind } from '#warehouse'

/** Groups of source kinds that add up to one picture. */
export const voiceSources = ['suggestions', 'petitions', 'comments'] as const satisfies readonly Kind[]
export const suggestionSources = ['suggestions'] as const satisfies readonly Kind[]
export const commentSources = ['comments'] as const satisfies readonly Kind[]
export const agendaSources = ['proceedings'] as const satisfies readonly Kind[]
export const projectSources = ['livelihood_projects'] as const satisfies readonly Kind[]
export const budgetSources = [
  'budget_lines',
  'budget_adjustments',
  'payments',
  'transfers',
  'procurements',
] as const satisfies readonly Kind[]
