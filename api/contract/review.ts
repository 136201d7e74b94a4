import { Type, type Static } from 'typebox'
import { Day, Instant, Nullable, stamp } from './shape.ts'
import { VoiceKind } from './voices.ts'

const Bucket = Type.Union([Type.Literal('accept'), Type.Literal('sample'), Type.Literal('review')])
const label = Type.String({ maxLength: 200 })
/** Level 1, or levels 1 to 2, or 1 to 3. */
const levels = Type.Array(label, { minItems: 1, maxItems: 3 })

export const ReviewQuery = Type.Object({
  bucket: Type.Optional(Bucket),
  category: Type.Optional(Type.String({ maxLength: 200, description: '只看模型判为这一级分类的' })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
})
export type ReviewQuery = Static<typeof ReviewQuery>

/** A voice whose class a person should look at. */
export const ReviewItem = Type.Object({
  voiceId: Type.String(),
  kind: VoiceKind,
  recordId: Type.String(),
  title: Nullable(Type.String()),
  body: Type.String({ description: '全文（已脱敏）' }),
  createdDate: Nullable(Day),
  district: Nullable(Type.String()),
  unit: Nullable(Type.String()),
  levels: Type.Array(label),
  confidence: Type.Number(),
  decidingWords: Type.Array(Type.String()),
  alternatives: Type.Array(Type.Object({ label: Type.String(), confidence: Type.Number() })),
  model: Type.String(),
})
export type ReviewItem = Static<typeof ReviewItem>

export const ReviewProgress = Type.Object({
  bucket: Bucket,
  voices: Type.Integer(),
  decided: Type.Integer({ description: '已由人决定' }),
  corrected: Type.Integer({ description: '其中更正了分类' }),
})
export type ReviewProgress = Static<typeof ReviewProgress>

/** One class that may be chosen. */
export const ClassChoice = Type.Object({ levels: Type.Array(label) })
export type ClassChoice = Static<typeof ClassChoice>

export const ReviewQueue = Type.Object({
  items: Type.Array(ReviewItem, { description: '把握最小的在前' }),
  total: Type.Integer({ description: '待复核件数' }),
  progress: Type.Array(ReviewProgress),
  choices: Type.Array(ClassChoice, { description: '可选的分类' }),
  ...stamp,
})
export type ReviewQueue = Static<typeof ReviewQueue>

export const ClassDecision = Type.Object({ levels })
export type ClassDecision = Static<typeof ClassDecision>

/** Figures of a retraining: scores on decided voices that the model judging them had not seen. */
export const TrainingEffect = Type.Object({
  decided: Type.Integer(),
  macroF1Before: Type.Number(),
  macroF1After: Type.Number(),
  accuracyBefore: Type.Number(),
  accuracyAfter: Type.Number(),
  compared: Type.Integer({ description: '新旧模型对比的件数' }),
  changed: Type.Integer({ description: '其中类别改变的件数' }),
  perClass: Type.Array(Type.Object({ label, before: Type.Integer(), after: Type.Integer() })),
})
export type TrainingEffect = Static<typeof TrainingEffect>

export const Training = Type.Object({
  id: Type.String(),
  trainedAt: Instant,
  actor: Type.String(),
  model: Type.String(),
  previousModel: Nullable(Type.String()),
  examples: Type.Integer(),
  decisions: Type.Integer(),
  effect: TrainingEffect,
})
export type Training = Static<typeof Training>

export const TrainingList = Type.Object({
  items: Type.Array(Training),
  running: Type.Boolean({ description: '有一次训练正在排队或进行' }),
  failure: Nullable(Type.String({ description: '最近一次训练没有完成的原因' })),
})
export type TrainingList = Static<typeof TrainingList>
