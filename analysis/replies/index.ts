export {
  scoreReply,
  totalOf,
  type CompletenessPart,
  type Letter,
  type ReplyDates,
  type ReplyScore,
} from './score.ts'
export { type Ask, type AskKind, type AskState } from './asks.ts'
export { explainScore } from './reasons.ts'
export { findTemplates, type ReplyTemplate, type TemplateUse } from './templates.ts'
export { rankGroups, type RankedGroup, type ScoreGroup } from './rank-groups.ts'
export { evaluateReplies, type Measured, type ReplyEvaluation } from './evaluate.ts'
export {
  parseReplyModel,
  predictExplained,
  trainReplyModel,
  type LabelledReply,
  type ReplyModel,
} from './train.ts'
