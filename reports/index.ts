// The door of reports: Word documents made from facts, every number of which can be counted again.
export { ReportNotReady } from './errors.ts'
export { topicReport, type Report } from './topic/topic-report.ts'
