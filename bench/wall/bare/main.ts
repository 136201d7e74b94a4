// The peer of the wall's cost: the same charts with the same options in the same boxes, fed by the same stream, and
// nothing else — no framework, no panels, no state. Where the charts stand comes in the address.
import { getInstanceByDom, init } from 'echarts'
import type { PanelData } from '#contract'
import { sankeyOption } from '../../../screen/forms/sankey-option.ts'
import { trendLineOption } from '../../../screen/forms/trend-line.ts'
import { themes, type ChartOption } from './ui.ts'

interface Plan {
  readonly scale: number
  readonly fontSize: number
  readonly charts: readonly { key: string; left: number; top: number; width: number; height: number }[]
}

const plan = JSON.parse(decodeURIComponent(location.hash.slice(1))) as Plan
const stage = document.createElement('div')
stage.style.cssText = `position:absolute;left:0;top:0;transform-origin:0 0;transform:scale(${plan.scale})`
document.body.style.cssText = `margin:0;background:${themes.blue.panel}`
document.body.append(stage)

const boxes = new Map(
  plan.charts.map(({ key, left, top, width, height }) => {
    const box = document.createElement('div')
    box.style.cssText = `position:absolute;left:${left}px;top:${top}px;width:${width}px;height:${height}px`
    stage.append(box)
    init(box, null, { devicePixelRatio: plan.scale * devicePixelRatio })
    return [key, { box, room: { width, height } }]
  }),
)

function draw(panels: readonly PanelData[]): void {
  for (const { key, content } of panels) {
    const place = boxes.get(key)
    if (place === undefined) continue
    const style = { theme: themes.blue, fontSize: plan.fontSize }
    let option: ChartOption | null = null
    if (content?.form === 'trend') option = trendLineOption(content, style, place.room, true)
    if (content?.form === 'sankey') option = sankeyOption(content, style, place.room)
    if (option === null) continue
    const merge = { replaceMerge: ['series', 'xAxis', 'yAxis'], lazyUpdate: true }
    getInstanceByDom(place.box)?.setOption(option, merge)
  }
}

const stream = new EventSource('/api/v1/wall/events')
for (const name of ['snapshot', 'patch']) {
  stream.addEventListener(name, ({ data }: MessageEvent<string>) => {
    draw((JSON.parse(data) as { panels?: PanelData[] }).panels ?? [])
  })
}
