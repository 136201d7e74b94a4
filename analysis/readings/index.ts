export { readVoices, type ReadingTools, type TableColumns, type VoiceColumns } from './read-voices.ts'
export { createWordWeights, type WordWeights } from './word-weights.ts'
export type { Reader, Readers, Row, VoiceText } from './voice-text.ts'
