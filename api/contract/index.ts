export { DataStamp, Day, Instant, Money, Nullable, Page, Problem, SourceRow } from './shape.ts'
export { paging, periodFilter, placeFilter } from './shape.ts'
export { LinkRequest, Permission, Role, Session, SignInRequest } from './session.ts'
export { Health, Meta } from './meta.ts'
export { MetricCard, MetricCards, MetricQuery, MetricValue } from './metrics.ts'
export { ExecutionMonth, LateUnit, Overview, OverviewQuery, SeverityCount, VoiceMonth } from './overview.ts'
export { HeatPart, NamedCount, TopicDetail, TopicList, TopicQuote, TopicRank } from './topics.ts'
export { TopicSummary, TopicsQuery, TrendWeek, TopicCampaign } from './topics.ts'
export { LikedVoice, LikedVoices, LikedVoicesQuery } from './topics.ts'
export { TopicChange, TopicChanges, TopicLink } from './topics.ts'
export { MethodDetail, MethodList, MethodMeasure, MethodSummary } from './methods.ts'
export { NameAction, NameDecisionAccepted, NameDecisionRequest, NamedType } from './names.ts'
export { NameGroup, NameList, NamesQuery, NameTarget, TargetList, TargetsQuery } from './names.ts'
export { VoiceEntities } from './names.ts'
export { KeywordChange, KeywordChanges, KeywordsQuery } from './keywords.ts'
export { Classification, OriginalRequest, VoiceDetail, VoiceKind, VoiceList } from './voices.ts'
export { VoiceOriginal, VoiceSummary, VoicesQuery } from './voices.ts'
export {
  AskAnswer,
  ReplyAssessment,
  ReplyGroup,
  ReplyList,
  ReplyMonth,
  ReplyQuery,
  ReplyShow,
} from './replies.ts'
export { ReplySummary, ReplyTemplateList, ReplyTemplateRow, ScoredReply, VoiceReplyScore } from './replies.ts'
export { RiskCount, RiskDetail, RiskHandling, RiskHandlingRequest, RiskItem, RiskList } from './risks.ts'
export { RiskReason, RisksQuery, RiskStatus } from './risks.ts'
export { BudgetExecution, BudgetLine, ExecutionQuery, Payment, PaymentList } from './budget.ts'
export { PaymentsQuery, UnitBudget, UnitExecution, UnitMonth } from './budget.ts'
export { FindingDetail, FindingList, FindingRow, FindingSummary, FindingsQuery } from './findings.ts'
export { RuleList, RuleStatus, Severity } from './findings.ts'
export { Reason, ReasonOutcome, RuleReason, RuleReasons, UnitReason, UnitReasons } from './reasons.ts'
export {
  BacktestRequest,
  BacktestResult,
  OpenThresholdChanges,
  RuleThreshold,
  RuleThresholds,
  ThresholdChange,
  ThresholdChangeState,
  ThresholdDecided,
  ThresholdDecisionRequest,
  ThresholdProposalRequest,
  ThresholdWithdrawalRequest,
} from './thresholds.ts'
export { CaseCalendar, CaseCalendarQuery, CaseClock, CaseDetail, CaseFile, CaseFiles } from './cases.ts'
export { CaseFinding, CaseLetter, CaseList, CaseOutcome, CaseState, CaseStatistics } from './cases.ts'
export {
  CaseSummary,
  CaseTimelineEvent,
  CasesQuery,
  DueColour,
  FindingAbsence,
  FindingCase,
} from './cases.ts'
export { LetterSections, SimilarCase } from './cases.ts'
export { RuleRate } from './rule-rate.ts'
export { BulkLetters, BulkLettersRequest, CaseAction, CaseActionRequest } from './case-commands.ts'
export { CaseDecision, CaseDecisionRequest, CaseOpenRequest } from './case-commands.ts'
export { HistoryStep, PastMetrics, PastQuery } from './history.ts'
export { Snapshot, SnapshotHead, SnapshotList, SnapshotRequest } from './history.ts'
export { Freshness, FreshnessItem, Load, LoadDetail, LoadList, LoadsQuery } from './ingest.ts'
export { QuarantineList, QuarantineQuery, QuarantineRow } from './ingest.ts'
export {
  LoadChangePreview,
  LoadChangeRequest,
  LoadChoice,
  LoadSelection,
  LoadSelectionQuery,
} from './loads.ts'
export { LoadSettled, LoadSettlement } from './loads.ts'
export { QuarantineDecision, QuarantineGroup, QuarantineGroups, QuarantineGroupsQuery } from './loads.ts'
export { QuarantineRepairs, QuarantineReplacement, QuarantineReplay } from './loads.ts'
export { Job, JobAccepted, JobList, JobLoad, JobState } from './jobs.ts'
export { Lineage, LineageStep } from './lineage.ts'
export { JobEvent, PublishEvent } from './events.ts'
export { ClassChoice, ClassDecision, ReviewItem, ReviewProgress, ReviewQuery, ReviewQueue } from './review.ts'
export { Training, TrainingEffect, TrainingList } from './review.ts'
export { LocalCommand, LocalMessage } from './local.ts'
export {
  Campaign,
  CampaignList,
  DifferencePart,
  GroupCount,
  GroupCounts,
  GroupCountsQuery,
} from './matters.ts'
export { MatterSources, RelatedVoice, VoiceMatter } from './matters.ts'
export { SearchState, SimilarHit, SimilarRequest, SimilarResult } from './search.ts'
export { IngestEffect, InspectedColumn, InspectedSheet, InspectionQuery } from './mappings.ts'
export { MappingConfirmed, MappingDraft, MappingText, SourceKinds } from './mappings.ts'
export { PendingFile, PendingInspection, PendingList } from './mappings.ts'
export { StoredMapping, StoredMappingDetail, StoredMappingList } from './mappings.ts'
export { MorningRow, MorningState, SourceDetail, SourceMorning, SourcePreview } from './sources.ts'
export { SourcePaused, SourcePreviewRequest, SourceRun, SourceRunList, SourceSaveRequest } from './sources.ts'
export { PartQuery, PartUpload, PartUploadRequest, UnfinishedUploads } from './upload-parts.ts'
export { RecordAccepted, RecordEntry, RecordList, RecordValues } from './records.ts'
export {
  BarsContent,
  FiguresContent,
  FlowContent,
  LampsContent,
  ListContent,
  PanelContent,
  PanelFormName,
  PanelStatus,
  ProgressContent,
  SankeyContent,
  TilesContent,
  TimelineContent,
  TrendContent,
  type PanelForm,
} from './wall/content.ts'
export { Placement, Scene, SceneLayout, ScenePanel, Viewing, WallTemplate } from './wall/scene.ts'
export { FactCard, PanelBasis, PanelData } from './wall/feed.ts'
export { StageState, WallFault, WallHeartbeat, WallPatch, WallProfile, WallSnapshot } from './wall/feed.ts'
export {
  AlertRule,
  DaySchedule,
  PlaylistItem,
  WallAlertKind,
  WallCommand,
  WallScript,
} from './wall/script.ts'
export { WallTheme } from './wall/script.ts'
export { DayStretch, PairRequest, PairingState, RemotePanel, RemoteRequest } from './wall/control.ts'
export { RemoteView, ScriptRequest, ScriptView, WallQuery } from './wall/control.ts'
export { WallDeviceItem, WallDeviceList } from './wall/control.ts'
export { EmbargoItem, EmbargoItems, EmbargoRequest } from './wall/control.ts'
export { SceneItem, SceneList, ScenePalette, ScenePreview, ScenePreviewRequest } from './wall/control.ts'
export { WallMap, WallMapItem, WallMapList, WallMapShapes, WallMapUpload } from './wall/map.ts'
export { WallMapFacts } from './wall/map.ts'
export { YearEnd, YearEndItem, YearEndQuery } from './year-end.ts'
export {
  DisclosureDetail,
  DisclosureFile,
  DisclosureIssue,
  DisclosureJob,
  DisclosureList,
} from './disclosures.ts'
export { DemandQuery, DemandTable, SubjectGap } from './demand.ts'
