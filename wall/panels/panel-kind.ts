import type { FactCard, FreshnessItem, PanelBasis, PanelContent, PanelForm, PanelStatus } from '#contract'
import type { Warehouse } from '#warehouse'
import type { EmbargoEntry } from '../clearance/index.ts'

/** What a panel may ask of the outside: the published warehouse, the time, what may not be shown, and its neighbours. */
export interface PanelContext {
  readonly warehouse: Warehouse
  readonly now: Date
  readonly embargo: readonly EmbargoEntry[]
  readonly outside: Outside
}

/** What other layers know and no table holds; the server fills it in (`wallContext` in api/). */
export interface Outside {
  cases(): Promise<readonly WallCase[]>
  mornings(): Promise<readonly WallSource[]>
  /** How far each kind's data goes and whether it is late, as the staff pages say it. */
  freshness(): Promise<readonly FreshnessItem[]>
  /** The sentences of a reply that promise something. */
  promises(reply: string): readonly string[]
  /** A source kind's Chinese name. */
  sourceLabel(kind: string): string
  /** A panel that could not be answered: its kind and the error's code, never a value. */
  report(failure: { readonly kind: string; readonly code: string }): void
}

/** A case as far as a wall may know it. */
export interface WallCase {
  /** 立案、核实、函询、反馈、认定、整改、销号 */
  readonly stage: string
  readonly isClosed: boolean
  /** How the step now due stands; null when nothing is due. */
  readonly clock: { readonly colour: 'green' | 'yellow' | 'red'; readonly daysLeft: number } | null
  /** 待签发、退回修改、已签发待发出、已发出待答复、已答复, one per letter; void ones are left out. */
  readonly letters: readonly string[]
  readonly outcome: 'confirmed' | 'explained' | 'false-alarm' | null
  /** Only of a case judged 属实: nobody is named beside what nobody confirmed. */
  readonly confirmed: {
    readonly number: string
    readonly unit: string
    readonly ruleName: string
    readonly amount: string | null
  } | null
}

/** A registered source on a morning. */
export interface WallSource {
  readonly name: string
  readonly label: string
  /** What it brings. */
  readonly kinds: readonly string[]
  /** Names of the figures made from that. */
  readonly affects: readonly string[]
  /** 已到、没到、迟到… */
  readonly word: string
  readonly reason: string
  /** `bad`: what was due did not come. */
  readonly status: PanelStatus
  readonly arrivedAt: string | null
}

/** A choice the scene's author makes; the editor draws a field for each. */
export interface PanelOption {
  readonly key: string
  readonly label: string
  readonly value: string | number | boolean
  /** The values to choose from; free input of the same type when absent. */
  readonly choices?: readonly { readonly value: string | number; readonly label: string }[]
}

export type PanelOptions = Readonly<Record<string, string | number | boolean>>

/** What a panel kind found. Without content, `missingReason` says in one sentence why. */
export interface PanelAnswer {
  /** The finding in words made from the numbers, as short as a title: at most 24 characters. */
  readonly headline: string
  readonly status: PanelStatus
  readonly basis: PanelBasis
  readonly dataTime: string | null
  /** From this instant on the data is older than its sources promised. */
  readonly lateFrom: string | null
  readonly note: string | null
  readonly content: PanelContent | null
  readonly missingReason: string | null
}

/**
 * One question the wall can answer. Kinds read aggregates only: no citizen's words or name, no unit beside a finding
 * that nobody has confirmed. Made by `defineKind`, which takes out what may not be shown.
 */
export interface PanelKind {
  /** Dotted, e.g. 'voices.trend'; never changes, scenes refer to it. */
  readonly id: string
  readonly name: string
  /** The question in one sentence, for the editor. */
  readonly question: string
  readonly form: PanelForm
  readonly options: readonly PanelOption[]
  read(context: PanelContext, options: PanelOptions): Promise<PanelAnswer>
  /** The fact card behind one item; null when the item is gone. Absent when items do not open. */
  fact?(context: PanelContext, options: PanelOptions, item: string): Promise<FactCard | null>
}
