import type { PanelStatus } from '#contract'
import type { Kind } from '#warehouse'
import { defineKind, type Finding } from './define-kind.ts'
import type { PanelKind } from './panel-kind.ts'
import { widthOf } from './words.ts'

/** A metric as a large number: what it is called, and when its value is worth a colour. */
export interface Figure {
  readonly metric: string
  /** Status by value; nothing is judged where absent. */
  readonly status?: (value: number) => PanelStatus
}

export interface FigureValue {
  readonly id: string
  readonly label: string
  readonly value: number | string | null
  readonly unit: string
  readonly missingReason: string | null
}

/** The value of a metric of the strip as a number; null where it is missing. */
export type ValueOf = (metric: string) => number | null

/** A strip of at most six metrics; the headline is made from their values. */
export function figuresKind(kind: {
  readonly id: string
  readonly name: string
  readonly question: string
  readonly figures: readonly Figure[]
  readonly sources: readonly (readonly Kind[])[]
  readonly headline: (valueOf: ValueOf) => string
}): PanelKind {
  const { figures, headline, ...rest } = kind
  return defineKind({
    ...rest,
    form: 'figures',
    definition: '各项口径见同名指标卡',
    load: async ({ warehouse }): Promise<FigureValue[]> => {
      const known = new Set(warehouse.metricCards().map(({ name }) => name))
      const asked = figures.filter(({ metric }) => known.has(metric))
      const values = await Promise.all(asked.map(({ metric }) => warehouse.metric(metric)))
      return values.map(({ name: id, label, value, unit, missingReason }) => ({
        ...{ id, label, value, unit, missingReason },
      }))
    },
    answer: (values) => figuresFinding(values, figures, headline),
  })
}

function figuresFinding(
  values: readonly FigureValue[],
  figures: readonly Figure[],
  headline: (valueOf: ValueOf) => string,
): Finding {
  const items = values.map((value) => ({
    ...value,
    missingReason: value.missingReason === null ? null : shortReason(value.missingReason),
    note: null,
    status:
      value.value === null
        ? null
        : (figures.find(({ metric }) => metric === value.id)?.status?.(Number(value.value)) ?? null),
  }))
  const valueOf: ValueOf = (metric) => {
    const value = values.find(({ id }) => id === metric)?.value ?? null
    return value === null ? null : Number(value)
  }
  if (items.every(({ value }) => value === null))
    return {
      headline: '还没有可用的数据',
      content: null,
      missingReason: items[0]?.missingReason ?? '还没有载入相关数据',
    }
  const statuses = items.map(({ status }) => status)
  return {
    headline: headline(valueOf),
    status: statuses.includes('bad') ? 'bad' : statuses.includes('warn') ? 'warn' : null,
    content: { form: 'figures', items },
    remark: values
      .flatMap(({ label, missingReason }) => (missingReason === null ? [] : [`${label}：${missingReason}`]))
      .join('；'),
  }
}

/** Characters a reason may take beside a figure. */
const reasonWidth = 6

/** Why a figure is missing, as short as a wall needs it; the whole reason stands on the figure's basis. */
export function shortReason(reason: string): string {
  if (reason.startsWith('还没有载入')) return '数据未载入'
  return widthOf(reason) <= reasonWidth ? reason : '暂无法计算'
}
