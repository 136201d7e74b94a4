import { getInstanceByDom } from 'echarts/core'
import { createApp, h, shallowRef } from 'vue'
import type { WallMap, WallSnapshot } from '#contract'
import '../../../screen/screen.css'
import WallView from '../../../screen/WallView.vue'

/** A text drawn on a canvas: where it stands in the window, and how large its letters are there. */
interface DrawnText {
  readonly text: string
  readonly size: number
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** The product's wall, shown what a test hands it. */
const snapshot = shallowRef<WallSnapshot | null>(null)
const map = shallowRef<WallMap | null>(null)
createApp({
  render: () => {
    const shown = snapshot.value
    if (shown === null) return null
    const { wall, stage, scenes, panels, serverTime } = shown
    const now = Date.parse(serverTime)
    const rest = { card: null, hearing: 'fresh' as const, notice: null, map: map.value }
    return h(WallView, { wall, stage, scenes, panels, now, ...rest })
  },
}).mount('#screen')

/** Every text of every chart, read from what the renderer is about to paint. */
function drawnTexts(): DrawnText[] {
  return [...document.querySelectorAll<HTMLElement>('[role="img"].canvas')].flatMap((element) => {
    const zr = getInstanceByDom(element)?.getZr()
    if (!zr) return []
    const box = element.getBoundingClientRect()
    const scale = box.width / element.offsetWidth
    return zr.storage.getDisplayList(true).flatMap((drawn) => {
      const style = (drawn as { style?: { text?: string; font?: string } }).style
      if (drawn.type !== 'tspan' || !style?.text || drawn.invisible) return []
      const rect = drawn.getBoundingRect().clone()
      // None where nothing moves the text, whatever the type says.
      const { transform } = drawn as { transform: typeof drawn.transform | null }
      if (transform !== null) rect.applyTransform(transform)
      return [
        {
          text: style.text,
          size: Number(/([\d.]+)px/.exec(style.font ?? '')?.[1] ?? 0) * scale,
          left: box.left + rect.x * scale,
          top: box.top + rect.y * scale,
          right: box.left + (rect.x + rect.width) * scale,
          bottom: box.top + (rect.y + rect.height) * scale,
        },
      ]
    })
  })
}

/** Which chart objects live on the page: the same ones after a patch, unless something was drawn anew. */
function chartIds(): string[] {
  return [...document.querySelectorAll<HTMLElement>('[role="img"].canvas')].flatMap((element) => {
    const id = getInstanceByDom(element)?.id
    return id === undefined ? [] : [id]
  })
}

function show(next: WallSnapshot, hung: WallMap | null): void {
  snapshot.value = next
  map.value = hung
}
Object.assign(globalThis, { stagePage: { show, drawnTexts, chartIds } })
