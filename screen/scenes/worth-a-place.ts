import type { PanelData } from '#contract'

/** With fewer panels than these beside them, the ones that wait for their first content keep their place. */
const leastFilled = 4

/**
 * The panels of a scene that get a place. Those that only say that nothing has happened yet ("还没有立案") stand back
 * while enough others have something to show; one that is worth a mark, or could not be computed, never does.
 */
export function panelsWorthAPlace(
  ids: readonly string[],
  dataOf: (id: string) => PanelData | undefined,
): string[] {
  const filled = ids.filter((id) => (dataOf(id)?.content ?? null) !== null)
  return filled.length < leastFilled ? [...ids] : ids.filter((id) => !isWaiting(dataOf(id)))
}

function isWaiting(panel: PanelData | undefined): boolean {
  return (
    panel?.content === null &&
    panel.status === null &&
    // What failed has no basis.
    panel.basis.definition !== '' &&
    panel.headline.startsWith('还没有')
  )
}
