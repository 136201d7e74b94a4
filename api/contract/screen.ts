import { Type, type Static } from 'typebox'
import { FreshnessItem } from './ingest.ts'
import { MetricValue } from './metrics.ts'
import { ExecutionMonth, LateUnit, SeverityCount } from './overview.ts'
import { Instant, Money, Nullable, stamp } from './shape.ts'
import { TrendWeek } from './topics.ts'

/** A topic as the wall may show it: no quote, no name. */
export const ScreenTopic = Type.Object({
  id: Type.String(),
  rank: Type.Integer(),
  title: Type.String(),
  district: Nullable(Type.String({ description: '件数最多的地方' })),
  places: Type.Integer({ description: '涉及区县数' }),
  voices: Type.Integer(),
  growth: Nullable(Type.Number()),
  lifecycle: Nullable(Type.String()),
})
export type ScreenTopic = Static<typeof ScreenTopic>

export const HandlingStage = Type.Object({
  stage: Type.String({ description: '待交办、办理中、已答复、逾期未答复、逾期答复' }),
  suggestions: Type.Integer(),
})
export type HandlingStage = Static<typeof HandlingStage>

export const DistrictTile = Type.Object({
  district: Type.String(),
  voices: Type.Integer({ description: '最近 30 天件数' }),
  previous: Type.Integer({ description: '此前 30 天件数' }),
  change: Nullable(Type.Number({ description: '环比，0.2 表示增加 20%；此前为 0 时为空' })),
})
export type DistrictTile = Static<typeof DistrictTile>

export const AccountProgress = Type.Object({
  account: Type.String({ description: '四本账之一' }),
  adjustedBudget: Money,
  paid: Money,
  rate: Nullable(Type.Number()),
})
export type AccountProgress = Static<typeof AccountProgress>

const dataTime = stamp.dataTime

/** Everything the wall scene draws; aggregates only, no personal text, no unit beside an unconfirmed finding. */
export const ScreenSnapshot = Type.Object({
  sequence: Type.Integer({ description: '数据发布序号，只增不减' }),
  serverTime: Instant,
  ...stamp,
  metrics: Type.Array(MetricValue),
  voicesTrend: Type.Object({ weeks: Type.Array(TrendWeek), dataTime }),
  topTopics: Type.Object({ items: Type.Array(ScreenTopic), dataTime }),
  suggestions: Type.Object({
    total: Type.Integer(),
    stages: Type.Array(HandlingStage),
    lateUnits: Type.Array(LateUnit),
    dataTime,
  }),
  districts: Type.Object({
    from: Nullable(Type.String()),
    to: Nullable(Type.String()),
    items: Type.Array(DistrictTile),
    dataTime,
  }),
  budget: Type.Object({
    fiscalYear: Nullable(Type.Integer()),
    asOfMonth: Nullable(Type.Integer()),
    accounts: Type.Array(AccountProgress),
    months: Type.Array(ExecutionMonth),
    dataTime,
  }),
  findings: Type.Object({
    bySeverity: Type.Array(SeverityCount),
    byRule: Type.Array(Type.Object({ rule: Type.String(), name: Type.String(), findings: Type.Integer() })),
    dataTime,
  }),
  freshness: Type.Array(FreshnessItem),
})
export type ScreenSnapshot = Static<typeof ScreenSnapshot>
