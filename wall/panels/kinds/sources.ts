import type { Kind } from '#warehouse'

export {
  executionKinds as executionSources,
  findingKinds as findingSources,
  voiceKinds as voiceSources,
} from '#warehouse'

/** Groups of source kinds that add up to one picture. */
export const suggestionSources = ['suggestions'] as const satisfies readonly Kind[]
export const commentSources = ['comments'] as const satisfies readonly Kind[]
export const agendaSources = ['proceedings'] as const satisfies readonly Kind[]
export const projectSources = ['livelihood_projects'] as const satisfies readonly Kind[]
