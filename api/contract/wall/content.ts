import { Type, type Static } from 'typebox'
import { Day, Money, Nullable } from '../shape.ts'

/** Said with a shape and a word as well as a colour; null when nothing is to be judged. */
export const PanelStatus = Nullable(
  Type.Union([Type.Literal('ok'), Type.Literal('warn'), Type.Literal('bad')], {
    description: '状态：正常、注意、异常；不作判断时为空',
  }),
)
export type PanelStatus = Static<typeof PanelStatus>

const Value = Nullable(Type.Union([Type.Number(), Money]))
const note = Nullable(Type.String({ description: '一句说明' }))
const unit = Type.String({ description: '计量单位；“元”的数值为十进制文本，“%”的数值为 0 到 1 的份额' })

/** An item keeps its id from refresh to refresh: it is what is redrawn in place, paged and drilled into. */
const id = Type.String()
const label = Type.String()

/** Large numbers on one strip, at most six. */
export const FiguresContent = Type.Object({
  form: Type.Literal('figures'),
  items: Type.Array(
    Type.Object({ id, label, value: Value, unit, note, status: PanelStatus, missingReason: note }),
  ),
})
export type FiguresContent = Static<typeof FiguresContent>

/** Lines over periods, at most two, with the band that was expected and marks for what happened when. */
export const TrendContent = Type.Object({
  form: Type.Literal('trend'),
  unit,
  periods: Type.Array(Type.String({ description: '周次、月份或日期，按时间排列' })),
  series: Type.Array(Type.Object({ id, label, values: Type.Array(Nullable(Type.Number())) })),
  band: Nullable(
    Type.Object({
      label,
      low: Type.Array(Nullable(Type.Number())),
      high: Type.Array(Nullable(Type.Number())),
    }),
  ),
  marks: Type.Array(Type.Object({ period: Type.String(), text: Type.String() })),
})
export type TrendContent = Static<typeof TrendContent>

/** Ranked bars with direct labels. */
export const BarsContent = Type.Object({
  form: Type.Literal('bars'),
  unit,
  items: Type.Array(Type.Object({ id, label, value: Value, note, status: PanelStatus })),
  reference: Nullable(Type.Object({ label, value: Type.Number() })),
})
export type BarsContent = Static<typeof BarsContent>

/** Rows of text shown a page at a time. */
export const ListContent = Type.Object({
  form: Type.Literal('list'),
  columns: Type.Array(
    Type.Object({ label, align: Type.Union([Type.Literal('start'), Type.Literal('end')]) }),
  ),
  rows: Type.Array(Type.Object({ id, cells: Type.Array(Type.String()), status: PanelStatus })),
})
export type ListContent = Static<typeof ListContent>

/** One tile per place; a customer's own map takes their places when one is loaded. */
export const TilesContent = Type.Object({
  form: Type.Literal('tiles'),
  unit,
  tiles: Type.Array(Type.Object({ id, label, value: Value, note, status: PanelStatus })),
})
export type TilesContent = Static<typeof TilesContent>

/** Stages in order; what is inside each of them now. */
export const FlowContent = Type.Object({
  form: Type.Literal('flow'),
  unit,
  stages: Type.Array(Type.Object({ id, label, value: Type.Number(), note, status: PanelStatus })),
})
export type FlowContent = Static<typeof FlowContent>

/** Where money comes from and goes to; amounts in 元. */
export const SankeyContent = Type.Object({
  form: Type.Literal('sankey'),
  nodes: Type.Array(Type.Object({ id, label })),
  links: Type.Array(Type.Object({ from: id, to: id, value: Money })),
})
export type SankeyContent = Static<typeof SankeyContent>

/** Dated events around today. */
export const TimelineContent = Type.Object({
  form: Type.Literal('timeline'),
  today: Day,
  events: Type.Array(Type.Object({ id, date: Day, label, kind: Type.String(), note, status: PanelStatus })),
})
export type TimelineContent = Static<typeof TimelineContent>

/** One lamp per project, lit by a rule that is written under them. */
export const LampsContent = Type.Object({
  form: Type.Literal('lamps'),
  rule: Type.String({ description: '亮灯规则' }),
  items: Type.Array(
    Type.Object({
      id,
      label,
      word: Type.String({ description: '灯的含义，如“按期”“滞后”' }),
      progress: Nullable(Type.Number({ description: '完成比例，0 到 1' })),
      note,
      status: PanelStatus,
    }),
  ),
})
export type LampsContent = Static<typeof LampsContent>

/** Done against planned, each beside what was to be expected by now. */
export const ProgressContent = Type.Object({
  form: Type.Literal('progress'),
  unit,
  rows: Type.Array(
    Type.Object({
      id,
      label,
      done: Value,
      total: Value,
      rate: Nullable(Type.Number()),
      expected: Nullable(Type.Number({ description: '此时应达到的比例' })),
      note,
      status: PanelStatus,
    }),
  ),
})
export type ProgressContent = Static<typeof ProgressContent>

/** What a panel draws. The screen knows forms only, so a new question needs no new drawing. */
export const PanelContent = Type.Union([
  FiguresContent,
  TrendContent,
  BarsContent,
  ListContent,
  TilesContent,
  FlowContent,
  SankeyContent,
  TimelineContent,
  LampsContent,
  ProgressContent,
])
export type PanelContent = Static<typeof PanelContent>
export type PanelForm = PanelContent['form']

/** The form alone: known of a panel even while it has nothing to draw, so that its place stays its place. */
export const PanelFormName = Type.Union(
  [
    Type.Literal('figures'),
    Type.Literal('trend'),
    Type.Literal('bars'),
    Type.Literal('list'),
    Type.Literal('tiles'),
    Type.Literal('flow'),
    Type.Literal('sankey'),
    Type.Literal('timeline'),
    Type.Literal('lamps'),
    Type.Literal('progress'),
  ],
  { description: '画法' },
)
