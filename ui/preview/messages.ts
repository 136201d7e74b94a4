import type { Placement, Viewing, WallSnapshot, WallTemplate } from '#contract'

/** The wall's page when it is only to draw what the page around it hands it: no stream, no key, no pairing. */
export const previewAddress = '/screen/?preview'

/** What the scene editor tells the frame: draw this. */
export interface PreviewOrder {
  readonly type: 'huizhi-preview-order'
  readonly snapshot: WallSnapshot
}

/** What the frame tells the editor: it is there, or where it has put the panels. */
export type PreviewReport =
  | { readonly type: 'huizhi-preview-ready' }
  | {
      readonly type: 'huizhi-preview-layout'
      readonly scene: string
      readonly template: WallTemplate
      readonly viewing: Viewing
      readonly placements: readonly Placement[]
    }

export function isPreviewOrder(data: unknown): data is PreviewOrder {
  return hasType(data) && data.type === 'huizhi-preview-order'
}

export function isPreviewReport(data: unknown): data is PreviewReport {
  return hasType(data) && (data.type === 'huizhi-preview-ready' || data.type === 'huizhi-preview-layout')
}

function hasType(data: unknown): data is { type: unknown } {
  return typeof data === 'object' && data !== null && 'type' in data
}
