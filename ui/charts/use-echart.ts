import { useResizeObserver } from '@vueuse/core'
import { onScopeDispose, toValue, watch, type MaybeRefOrGetter, type Ref } from 'vue'
import type { ChartSelection } from './chart-table.ts'
import { useReducedMotion, usePixelRatio } from '../composables/display.ts'
import { echarts, type ChartOption } from './echarts-core.ts'

export interface EchartSettings {
  readonly option: MaybeRefOrGetter<ChartOption>
  /** Factor by which a surrounding CSS transform enlarges the chart; the backing store grows with it. */
  readonly scale?: MaybeRefOrGetter<number>
  /** No motion at all, whatever the operating system says: wall computers rarely set the flag. */
  readonly still?: MaybeRefOrGetter<boolean>
  readonly onSelect?: (selection: ChartSelection) => void
}

type Instance = ReturnType<typeof echarts.init>

/**
 * Keeps one ECharts instance alive on an element: made when the element first has a size, merged on every new
 * option (series carry ids, so equal ones move and missing ones leave), resized with the element, made anew only
 * when the pixel ratio changes (it is fixed at init), disposed with the scope.
 */
export function useEchart(container: Readonly<Ref<HTMLElement | null>>, settings: EchartSettings): void {
  const { pixelRatio } = usePixelRatio()
  const motion = useReducedMotion()
  let chart: Instance | null = null
  let frame = 0

  function draw(): void {
    const still = toValue(settings.still) ?? false
    const option = { ...toValue(settings.option), animation: !still && motion.value !== 'reduce' }
    chart?.setOption(option, { replaceMerge: ['series', 'xAxis', 'yAxis'], lazyUpdate: true })
  }

  function dispose(): void {
    cancelAnimationFrame(frame)
    chart?.dispose()
    chart = null
  }

  function start(): void {
    const element = container.value
    if (chart !== null || element === null || element.clientWidth === 0 || element.clientHeight === 0) return
    chart = echarts.init(element, null, {
      devicePixelRatio: pixelRatio.value * (toValue(settings.scale) ?? 1),
    })
    chart.on('click', (event) => {
      settings.onSelect?.({ seriesId: event.seriesId ?? '', index: event.dataIndex, name: event.name })
    })
    draw()
  }

  useResizeObserver(container, () => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(() => {
      if (chart === null) start()
      else if (container.value?.clientWidth) chart.resize()
    })
  })
  watch(
    container,
    (element) => {
      if (element === null) dispose()
      else start()
    },
    { flush: 'post' },
  )
  watch([() => toValue(settings.option), () => toValue(settings.still), motion], draw)
  watch([pixelRatio, () => toValue(settings.scale)], () => {
    dispose()
    start()
  })
  redrawWithFonts(() => chart?.resize())
  onScopeDispose(dispose)
}

/** Canvas text drawn before a web font arrived stays in the fallback font until the next paint. */
function redrawWithFonts(redraw: () => void): void {
  const fonts = document.fonts as FontFaceSet | undefined
  if (fonts === undefined) return
  fonts.addEventListener('loadingdone', redraw)
  onScopeDispose(() => {
    fonts.removeEventListener('loadingdone', redraw)
  })
}
