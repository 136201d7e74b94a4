import { Type } from 'typebox'
import { defineCommand } from '../command.ts'

/** `huizhi query NAME`: one metric with its card, data time and what is quarantined; without a name, all cards. */
export const queryCommand = defineCommand(
  'query',
  Type.Object({
    metric: Type.Optional(Type.String()),
    filter: Type.Object({
      from: Type.Optional(Type.String()),
      to: Type.Optional(Type.String()),
      district: Type.Optional(Type.String()),
      unit: Type.Optional(Type.String()),
      year: Type.Optional(Type.Integer()),
    }),
  }),
  async ({ warehouse }, { metric, filter }) =>
    metric === undefined
      ? { metrics: warehouse.metricCards() }
      : { metrics: [await warehouse.metric(metric, filter)] },
)
