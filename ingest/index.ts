// The door of intake: files in, warehouse rows and quarantine out. Other layers import from '#ingest' only.
export { IngestError, ingestErrorMeanings, type IngestErrorCode } from './errors.ts'
export { readDisclosure, type DisclosurePage } from './formats/disclosure/read.ts'
export { writeCsv } from './formats/csv/write.ts'
export { writeXlsx, xlsxBytes, type XlsxSheet, type XlsxValue } from './formats/xlsx/write.ts'
export { findPersonalData, maskPersonalData, withoutPersonalData, type MaskedText } from './privacy/mask.ts'
export { masks as personalDataLabels, type PersonalDataKind, type PersonalSpan } from './privacy/kinds.ts'
export {
  ingestPaths,
  type FileProblem,
  type IngestOptions,
  type IngestResult,
  type LoadSummary,
} from './pipeline/ingest-paths.ts'
export { readRecords } from './pipeline/read-records.ts'
export type { Contract, Field, FieldType } from './sources/contract.ts'
export { contracts } from './sources/contracts.ts'
export { detectKind } from './sources/detect.ts'
export { previewPaths, previewEffect, type Effect, type FilePreview } from './inspect/preview.ts'
export { inspectFile } from './inspect/inspect-file.ts'
export type { FileInspection, InspectedColumn, InspectedSheet } from './inspect/types.ts'
export { draftText, draftMapping, type MappingDraft } from './mapping/draft.ts'
export { MappingStore, type StoredMapping } from './mapping/store.ts'
export { PendingFiles, type PendingFile } from './mapping/pending.ts'
export {
  handSource,
  isRecordNumber,
  newRecordNumber,
  numberOfFile,
  recordFileName,
  recordLine,
  recordValues,
} from './templates/record.ts'
export { templateBytes, templateName, writeTemplate } from './templates/template.ts'
export { policyModes, PolicySchema, type ContractPolicy, type PolicyMode } from './sources/policy.ts'
export { findArchived } from './loads/archived.ts'
export { changeLoads, previewChange, type LoadChange, type LoadChangeResult } from './loads/change.ts'
export { takeCorrections } from './quarantine/correct.ts'
export { contestedEdits, repairCount } from './quarantine/contested.ts'
export { exportRefused } from './quarantine/export.ts'
export { decideRows, repairCells, replaceText } from './quarantine/facts.ts'
export { editsOf, headersOf, layoutOfLoad, openIds } from './quarantine/rows.ts'
export { SourceSchema, type SourceFile } from './intake/declare/schema.ts'
export { isSourceName, type Source, type SourceType } from './intake/declare/source.ts'
export { parseSource } from './intake/declare/read.ts'
export { Intake } from './intake/intake.ts'
export { type MorningRow } from './intake/morning/rows.ts'
export { type PlannedRun } from './intake/schedule/planner.ts'
export type { MorningState } from './intake/morning/state.ts'
export { alertingStates, morningWords } from './intake/morning/state-words.ts'
export type { SourceEvent } from './intake/run/log.ts'
export type { RunResult } from './intake/run/outcome.ts'
export { settleLoad } from './reconcile/standing.ts'
export { StatedTotals } from './reconcile/statement.ts'
export { isOverruled, type ControlSheet, type Reconciled } from './reconcile/reconcile.ts'
