import type { FactCard, PanelBasis, PanelContent, PanelForm, PanelStatus } from '#contract'
import type { Warehouse } from '#warehouse'

/** What a panel may ask of the outside: the published warehouse and the time, nothing else. */
export interface PanelContext {
  readonly warehouse: Warehouse
  readonly now: Date
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
  readonly note: string | null
  readonly content: PanelContent | null
  readonly missingReason: string | null
}

/**
 * One question the wall can answer. Kinds read aggregates only: no citizen's words or name, no unit beside a finding
 * that nobody has confirmed.
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
