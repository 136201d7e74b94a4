import type { Page } from 'playwright-core'
import type { StagePage } from './stage-page.ts'

/**
 * What a viewer could not read, in words: letters under the floor, texts cut off by their panel or written over each
 * other, charts drawn with too few pixels. `floorShare` is of the short side of the window.
 */
export function faultsOn(page: Page, floorShare: number): Promise<string[]> {
  return page.evaluate((share) => {
    interface Seen {
      text: string
      size: number
      left: number
      top: number
      right: number
      bottom: number
      panel: Element | null
    }
    const name = (panel: Element | null) => panel?.getAttribute('data-panel') ?? '画面'
    const floor = Math.min(innerWidth, innerHeight) * share - 0.6
    const slack = Math.min(innerWidth, innerHeight) / 500
    const found: string[] = []

    /** A line's letters fill about one em of its box, whatever the font says of its own height. */
    const inked = (rect: DOMRect, size: number) => {
      const spare = Math.max(0, rect.height - size * 1.02) / 2
      return { left: rect.left, right: rect.right, top: rect.top + spare, bottom: rect.bottom - spare }
    }
    function seenTexts(): Seen[] {
      const seen: Seen[] = []
      const walker = document.createTreeWalker(document.querySelector('.stage') ?? document.body, 4)
      while (walker.nextNode()) {
        const node = walker.currentNode
        const parent = node.parentElement
        if (!parent || !node.nodeValue?.trim() || parent.closest('.for-readers, .bare > header')) continue
        const box = parent.getBoundingClientRect()
        const scale = parent.offsetHeight > 0 ? box.height / parent.offsetHeight : 1
        const range = document.createRange()
        range.selectNodeContents(node)
        const size = parseFloat(getComputedStyle(parent).fontSize) * scaleOf(parent, scale)
        for (const rect of range.getClientRects())
          if (rect.width > 0)
            seen.push({
              text: node.nodeValue.trim(),
              size,
              panel: parent.closest('.panel'),
              ...inked(rect, size),
            })
      }
      return seen
    }
    /** Inline elements have no height of their own: the stage's scale is the same everywhere. */
    function scaleOf(element: Element, own: number): number {
      const stage = element.closest<HTMLElement>('.stage')
      return stage ? stage.getBoundingClientRect().height / stage.offsetHeight : own
    }
    const texts = seenTexts()
    for (const one of texts) {
      if (one.size < floor) found.push(`${name(one.panel)}: “${one.text}” ${one.size.toFixed(1)} px`)
      const room = (one.panel ?? document.documentElement).getBoundingClientRect()
      const out =
        one.left < room.left - slack ||
        one.right > room.right + slack ||
        one.top < room.top - slack ||
        one.bottom > room.bottom + slack
      if (out) found.push(`${name(one.panel)}: “${one.text}” is cut`)
    }
    const drawn = (globalThis as unknown as { stagePage: StagePage }).stagePage.drawnTexts()
    const charts = drawn.map((one) => ({
      ...one,
      panel:
        document
          .elementsFromPoint((one.left + one.right) / 2, (one.top + one.bottom) / 2)
          .map((element) => element.closest('.panel'))
          .find((panel) => panel !== null) ?? null,
    }))
    for (const one of charts) {
      if (one.size < floor) found.push(`${name(one.panel)}: chart “${one.text}” ${one.size.toFixed(1)} px`)
      const canvas = [...document.querySelectorAll('canvas')].some((element) => {
        const box = element.getBoundingClientRect()
        return (
          one.left >= box.left - slack &&
          one.right <= box.right + slack &&
          one.top >= box.top - slack * 2 &&
          one.bottom <= box.bottom + slack * 2
        )
      })
      if (!canvas) found.push(`${name(one.panel)}: chart “${one.text}” is cut`)
    }
    for (const group of [texts, charts])
      group.forEach((one, index) => {
        for (const other of group.slice(index + 1)) {
          const across = Math.min(one.right, other.right) - Math.max(one.left, other.left)
          const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
          if (across > slack && down > Math.min(one.size, other.size) * 0.25)
            found.push(`${name(one.panel)}: “${one.text}” over “${other.text}”`)
        }
      })
    for (const body of document.querySelectorAll<HTMLElement>('.panel .body'))
      if (body.scrollHeight > body.clientHeight + 4 || body.scrollWidth > body.clientWidth + 4)
        found.push(`${name(body.closest('.panel'))}: ${body.scrollHeight - body.clientHeight} too high`)
    for (const canvas of document.querySelectorAll('canvas')) {
      const ratio = canvas.width / canvas.getBoundingClientRect().width / devicePixelRatio
      if (Math.abs(ratio - 1) > 0.03) found.push(`chart drawn at ${ratio.toFixed(2)} of the pixels`)
    }
    return [...new Set(found)]
  }, floorShare)
}
