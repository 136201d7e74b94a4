export { scoreReply, type CompletenessPart, type Letter, type ReplyScore } from './score.ts'
export { type Ask } from './asks.ts'
export { evaluateReplies, type ReplyEvaluation } from './evaluate.ts'
export { predictExplained, trainReplyModel, type LabelledReply, type ReplyModel } from './train.ts'
