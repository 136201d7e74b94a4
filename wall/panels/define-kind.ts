import { shanghaiDay } from '#calendar'
import type { FactCard, PanelContent, PanelForm, PanelStatus } from '#contract'
import type { Kind } from '#warehouse'
import { barredTest, holdsBarred, withhold } from '../clearance/index.ts'
import type { PanelAnswer, PanelContext, PanelKind, PanelOption, PanelOptions } from './panel-kind.ts'
import { stampOf } from './stamp.ts'

/** What a kind makes of its rows. */
export interface Finding {
  readonly headline: string
  readonly status?: PanelStatus
  readonly content: PanelContent | null
  /** Why there is no content, in one sentence. */
  readonly missingReason?: string
  /** What is to be said beside the definition this time. */
  readonly remark?: string
}

export interface Setting {
  /** Shanghai day. */
  readonly today: string
  readonly options: PanelOptions
}

type FactBody = Pick<FactCard, 'title' | 'facts' | 'trend'>

export interface KindDefinition<Rows> {
  readonly id: string
  readonly name: string
  readonly question: string
  readonly form: PanelForm
  readonly options?: readonly PanelOption[]
  /** Source kinds by group: within a group the newest date counts, across groups the oldest. */
  readonly sources: readonly (readonly Kind[])[]
  /** 口径 */
  readonly definition: string
  readonly metric?: string
  /** Reads plain data: lists of rows, each with the names it carries. What is barred is taken out of it next. */
  load(context: PanelContext, setting: Setting): Promise<Rows>
  /** Pure. */
  answer(rows: Rows, setting: Setting): Finding
  /** From the same rows, so that what may not be shown has no card either. */
  readonly fact?: (
    rows: Rows,
    item: string,
    context: PanelContext,
    setting: Setting,
  ) => FactBody | null | Promise<FactBody | null>
}

const withheld = '内容暂不上墙'

/**
 * A panel kind from three steps: load rows, take out what may not be shown, say what the rest means. A last look at
 * the finished answer refuses it whole if anything barred is still in it.
 */
export function defineKind<Rows>(kind: KindDefinition<Rows>): PanelKind {
  const { id, name, question, form, options = [] } = kind
  const { fact } = kind
  return {
    ...{ id, name, question, form, options },
    read: (context, given) => readKind(kind, context, settingOf(kind, context, given)),
    ...(fact && {
      fact: (context: PanelContext, given: PanelOptions, item: string) =>
        readFact(kind, fact, context, settingOf(kind, context, given), item),
    }),
  }
}

function settingOf<R>(kind: KindDefinition<R>, context: PanelContext, given: PanelOptions): Setting {
  return { today: shanghaiDay(context.now), options: chosen(kind.options ?? [], given) }
}

/** The author's choices where they fit the option, its own value elsewhere. */
function chosen(options: readonly PanelOption[], given: PanelOptions): PanelOptions {
  return Object.fromEntries(
    options.map(({ key, value, choices }) => {
      const choice = given[key]
      const fits = typeof choice === typeof value && (!choices || choices.some((one) => one.value === choice))
      return [key, fits && choice !== undefined ? choice : value]
    }),
  )
}

async function readKind<R>(
  kind: KindDefinition<R>,
  context: PanelContext,
  setting: Setting,
): Promise<PanelAnswer> {
  const isBarred = barredTest(context.embargo, context.now)
  const [rows, stamp] = await Promise.all([
    kind.load(context, setting),
    stampOf(context, kind.sources, isBarred),
  ])
  const cleared = withhold(rows, isBarred)
  const finding =
    cleared === null
      ? { headline: withheld, content: null, missingReason: withheld }
      : kind.answer(cleared, setting)
  const answer: PanelAnswer = {
    headline: finding.headline,
    status: finding.status ?? null,
    basis: basisOf(kind, context, finding.remark),
    ...stamp,
    content: finding.content,
    missingReason: finding.content === null ? (finding.missingReason ?? finding.headline) : null,
  }
  return holdsBarred(answer, isBarred) ? refused(answer) : answer
}

/** Nothing of the answer but its age: even its basis may name what is barred. */
function refused({ dataTime, lateFrom }: PanelAnswer): PanelAnswer {
  return {
    headline: withheld,
    status: null,
    basis: { definition: '', sources: [], metric: null },
    dataTime,
    lateFrom,
    note: null,
    content: null,
    missingReason: withheld,
  }
}

async function readFact<R>(
  kind: KindDefinition<R>,
  fact: NonNullable<KindDefinition<R>['fact']>,
  context: PanelContext,
  setting: Setting,
  item: string,
): Promise<FactCard | null> {
  const isBarred = barredTest(context.embargo, context.now)
  const rows = withhold(await kind.load(context, setting), isBarred)
  const body = rows === null ? null : await fact(rows, item, context, setting)
  if (body === null) return null
  const { dataTime } = await stampOf(context, kind.sources, isBarred)
  const card = { ...body, basis: basisOf(kind, context), dataTime }
  return holdsBarred(card, isBarred) ? null : card
}

function basisOf<R>(
  { definition, sources, metric }: KindDefinition<R>,
  { outside }: PanelContext,
  remark = '',
) {
  return {
    definition: remark === '' ? definition : `${definition}。${remark}`,
    sources: sources.flat().map((kind) => outside.sourceLabel(kind)),
    metric: metric ?? null,
  }
}
