// The warehouse's door. Other layers import from '#warehouse' only.
export { dataDictionary } from './dictionary.ts'
export type { JsonRows } from './engine/connection.ts'
export { openWarehouse, type OpenOptions } from './open.ts'
export { WarehouseError, warehouseErrorSentences, type WarehouseErrorCode } from './errors.ts'
export {
  executionKinds,
  findingKinds,
  isKind,
  kinds,
  rawColumns,
  voiceKinds,
  type Kind,
} from './raw/contract.ts'
export { defineQuery, type NamedQuery } from './query.ts'
export { defineStatement, type StateStatement } from './state/statement.ts'
export type {
  BulkColumn,
  BulkContradiction,
  BulkForm,
  BulkPart,
  BulkRows,
  BulkText,
  BulkValue,
} from './raw/bulk-rows.ts'
export type {
  AuditOffence,
  Columns,
  FeedTotals,
  LineageStep,
  LoadJudgement,
  LoadReport,
  LoadRequest,
  LoadSink,
  MetricCard,
  MetricFilter,
  MetricValue,
  PackedColumns,
  PublishEvent,
  RawRow,
  RebuildReport,
  RefusedPlace,
  RefusedRow,
  ResultRow,
  ResultRun,
  ResultTable,
  SharedKeys,
  SheetLayout,
  Warehouse,
  Withdrawal,
  WithdrawnLoad,
  WriteBatch,
  WriteOutcome,
  WritePreview,
  WriteProgress,
} from './types.ts'
// One line per topic of named queries.
export { apiQueries } from './queries/api/index.ts'
export { apiStatements } from './state/api/statements.ts'
export { budgetQueries, budgetTotals, narrowingQueries, type YearQuery } from './queries/budget/index.ts'
export { caseQueries } from './queries/casework/index.ts'
export { caseStatements } from './state/casework/statements.ts'
export { entityQueries } from './queries/entities/index.ts'
export { exportQueries } from './queries/exports/index.ts'
export { historyQueries } from './queries/history/index.ts'
export { historyStatements } from './state/history/statements.ts'
export { jobQueries } from './queries/jobs/index.ts'
export { loadQueries } from './queries/loads/index.ts'
export { loadStatements } from './state/loads/statements.ts'
export { methodQueries } from './queries/methods/index.ts'
export { nameStatements } from './state/names/statements.ts'
export { masterQueries } from './queries/masters/index.ts'
export { matterQueries } from './queries/matters/index.ts'
export { matterPageQueries } from './queries/matters/pages.ts'
export { readingQueries } from './queries/readings/index.ts'
export { riskQueries } from './queries/risk/index.ts'
export { riskStatements } from './state/risk/statements.ts'
export { reportQueries } from './queries/reports/index.ts'
export { replyQueries } from './queries/replies/index.ts'
export { searchQueries } from './queries/search/index.ts'
export { reviewQueries } from './queries/review/index.ts'
export { reviewStatements } from './state/review/statements.ts'
export { thresholdQueries } from './queries/thresholds/index.ts'
export { thresholdStatements } from './state/thresholds/statements.ts'
export { topicQueries } from './queries/topics/index.ts'
export { sourceQueries } from './queries/sources/index.ts'
export { sourceStatements } from './state/sources/statements.ts'
export { wallQueries } from './queries/wall/index.ts'
export { wallStateQueries } from './queries/walls/index.ts'
export { wallStatements } from './state/walls/statements.ts'
