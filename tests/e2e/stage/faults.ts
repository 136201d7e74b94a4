import type { Page } from 'playwright-core'
import type { StagePage } from './stage-page.ts'

/** A text as it stands in the window, from the page or from a chart. */
interface Seen {
  readonly text: string
  readonly size: number
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly where: string
  /** What must hold it whole. */
  readonly room: {
    readonly left: number
    readonly top: number
    readonly right: number
    readonly bottom: number
  }
}

/**
 * What a viewer could not read, in words: letters under the floor, texts cut off by their panel or written over each
 * other, charts drawn with too few pixels. `floorShare` is of the short side of the window.
 */
export async function faultsOn(page: Page, floorShare: number): Promise<string[]> {
  const { texts, charts, others, short } = await page.evaluate(readPage)
  const slack = short / 500
  const found = [...texts, ...charts].flatMap((one) => [
    ...(one.size < short * floorShare - 0.6 ? [`${one.where}: “${one.text}” ${one.size.toFixed(1)} px`] : []),
    ...(isCut(one, slack) ? [`${one.where}: “${one.text}” is cut`] : []),
  ])
  return [...new Set([...found, ...overlaps(texts, slack), ...overlaps(charts, slack), ...others])]
}

function isCut({ left, right, top, bottom, room }: Seen, slack: number): boolean {
  const across = left < room.left - slack || right > room.right + slack
  return across || top < room.top - slack || bottom > room.bottom + slack
}

function overlaps(texts: readonly Seen[], slack: number): string[] {
  return texts.flatMap((one, index) =>
    texts
      .slice(index + 1)
      .filter((other) => {
        const across = Math.min(one.right, other.right) - Math.max(one.left, other.left)
        const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
        return across > slack && down > Math.min(one.size, other.size) * 0.25
      })
      .map((other) => `${one.where}: “${one.text}” over “${other.text}”`),
  )
}

/** Runs in the page: every text with its place and size, and what else is wrong. */
function readPage(): { texts: Seen[]; charts: Seen[]; others: string[]; short: number } {
  const stage = document.querySelector<HTMLElement>('.stage') ?? document.body
  const scale = stage.getBoundingClientRect().height / stage.offsetHeight
  const name = (element: Element) => element.closest('.panel')?.getAttribute('data-panel') ?? '画面'
  const sizeOf = (element: Element) => parseFloat(getComputedStyle(element).fontSize) * scale

  /** A line's letters fill about one em of its box, whatever the font says of its own height. */
  function inked(rect: DOMRect, size: number) {
    const spare = Math.max(0, rect.height - size * 1.02) / 2
    return { left: rect.left, right: rect.right, top: rect.top + spare, bottom: rect.bottom - spare }
  }
  function seenIn(node: Node): Seen[] {
    const parent = node.parentElement
    const text = node.nodeValue?.trim() ?? ''
    if (!parent || text === '' || parent.closest('.for-readers, .bare > header')) return []
    const range = document.createRange()
    range.selectNodeContents(node)
    const size = sizeOf(parent)
    const room = (parent.closest('.panel') ?? document.documentElement).getBoundingClientRect()
    return [...range.getClientRects()]
      .filter((rect) => rect.width > 0)
      .map((rect) => ({
        text,
        size,
        where: name(parent),
        room: room.toJSON() as DOMRect,
        ...inked(rect, size),
      }))
  }
  function pageTexts(): Seen[] {
    const walker = document.createTreeWalker(stage, NodeFilter.SHOW_TEXT)
    const texts: Seen[] = []
    while (walker.nextNode()) texts.push(...seenIn(walker.currentNode))
    return texts
  }
  function chartTexts(): Seen[] {
    const drawn = (globalThis as unknown as { stagePage: StagePage }).stagePage.drawnTexts()
    return drawn.map((one) => {
      const [x, y] = [(one.left + one.right) / 2, (one.top + one.bottom) / 2]
      const canvas = document.elementsFromPoint(x, y).find((element) => element.tagName === 'CANVAS')
      const room = (canvas ?? document.documentElement).getBoundingClientRect()
      return { ...one, where: `${canvas ? name(canvas) : '画面'} chart`, room: room.toJSON() as DOMRect }
    })
  }
  /** Content higher than its panel, beyond what a font's own box adds to its last line. */
  function overfull(body: HTMLElement): string[] {
    const largest = Math.max(0, ...[...body.querySelectorAll('*')].map(sizeOf)) / scale
    const over = Math.max(body.scrollHeight - body.clientHeight, body.scrollWidth - body.clientWidth)
    return over > Math.max(4, largest * 0.15) ? [`${name(body)}: ${over} too much`] : []
  }
  function blurred(canvas: HTMLCanvasElement): string[] {
    const ratio = canvas.width / canvas.getBoundingClientRect().width / devicePixelRatio
    return Math.abs(ratio - 1) > 0.03 ? [`chart drawn at ${ratio.toFixed(2)} of the pixels`] : []
  }
  const others = [
    ...[...document.querySelectorAll<HTMLElement>('.panel .body')].flatMap(overfull),
    ...[...document.querySelectorAll('canvas')].flatMap(blurred),
  ]
  return { texts: pageTexts(), charts: chartTexts(), others, short: Math.min(innerWidth, innerHeight) }
}
