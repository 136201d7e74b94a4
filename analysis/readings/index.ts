export { readVoices, type ReadingTools, type StoredVoice } from './read-voices.ts'
export { ColumnBuilder, type TableColumns } from './table-columns.ts'
export type { Reader, Readers, Row, VoiceText } from './voice-text.ts'
export { createWordWeights, type WordWeights } from './word-weights.ts'
