import { MapChart } from 'echarts/charts'
import { GeoComponent } from 'echarts/components'
import { getMap, registerMap, use } from 'echarts/core'
import type { WallMap } from '#contract'
import type { ChartOption } from '../charts/echarts-core.ts'
import type { ChartStyle } from '../theme/use-theme.ts'
import type { MapFrame } from './map-frame.ts'

use([GeoComponent, MapChart])

/**
 * Shapes filled by the step of their code on the theme's ramp, 1 to 4; the others are only outlined. Texts are not
 * ECharts' business here: whoever places the map puts them over it.
 */
export function mapOption(
  map: Pick<WallMap, 'id' | 'shapes'>,
  steps: ReadonlyMap<string, 1 | 2 | 3 | 4>,
  frame: MapFrame,
  { theme }: ChartStyle,
): ChartOption {
  const { left, top, width, height, aspectScale } = frame
  return {
    series: [
      {
        id: 'places',
        type: 'map',
        map: registered(map),
        // Joined by code, never by name.
        nameProperty: 'code',
        aspectScale,
        left,
        top,
        width,
        height,
        silent: true,
        selectedMode: false,
        animation: false,
        label: { show: false },
        emphasis: { disabled: true },
        itemStyle: { areaColor: theme.panel, borderColor: theme.sub, borderWidth: 1.5 },
        data: [...steps].map(([code, step]) => ({
          name: code,
          value: step,
          itemStyle: { areaColor: theme.ramp[step - 1]?.fill ?? theme.panel },
        })),
      },
    ],
  }
}

/** A name of its own: under some names ECharts adds shapes of its own to a map. */
function registered({ id, shapes }: Pick<WallMap, 'id' | 'shapes'>): string {
  const name = `customer-${id}`
  if (!getMap(name)) registerMap(name, shapes)
  return name
}
