import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { BaseChart, RankChart } from '#ui'
import { echarts } from '../../ui/charts/echarts-core.ts'

// happy-dom draws nothing: a context that swallows every call lets the real ECharts run over it.
const known = new Map<PropertyKey, unknown>([
  ['measureText', (text: string) => ({ width: text.length * 12 })],
])
const context: unknown = new Proxy(
  {},
  { get: (_target, name) => known.get(name) ?? (() => context), set: () => true },
)
const data = { itemName: '话题', valueName: '件数', items: [{ label: '停车难', value: 3 }] }

beforeEach(() => {
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation(() => context as never)
  for (const side of ['clientWidth', 'clientHeight'] as const) {
    vi.spyOn(HTMLElement.prototype, side, 'get').mockReturnValue(300)
  }
})

afterEach(() => {
  document.body.innerHTML = ''
})

function instanceOf(wrapper: { find: (selector: string) => { element: Element } }) {
  return echarts.getInstanceByDom(wrapper.find('[role=img]').element as HTMLElement)
}

describe('charts', () => {
  it('say what they show and offer the numbers as a table', async () => {
    const chart = mount(RankChart, { props: { data, label: '话题件数' }, attachTo: document.body })
    expect(chart.find('[role=img]').attributes('aria-label')).toBe('话题件数')
    await chart.find('button').trigger('click')
    expect(chart.find('caption').text()).toBe('话题件数')
    expect(chart.findAll('tbody td').map((cell) => cell.text())).toEqual(['1', '停车难', '3'])
  })

  it('ask the browser for its display once, however many come and go', () => {
    const asked = vi.spyOn(globalThis, 'matchMedia')
    const first = mount(RankChart, { props: { data, label: '话题件数' }, attachTo: document.body })
    const before = asked.mock.calls.length
    for (let n = 0; n < 5; n += 1) {
      mount(RankChart, { props: { data, label: '话题件数' }, attachTo: document.body }).unmount()
    }
    expect(asked.mock.calls.length).toBe(before)
    first.unmount()
  })

  it('keep one instance through updates and dispose of it on unmount', async () => {
    const chart = mount(RankChart, { props: { data, label: '话题件数' }, attachTo: document.body })
    await flushPromises()
    const first = instanceOf(chart)
    expect(first?.getWidth()).toBe(300)
    await chart.setProps({ data: { ...data, items: [{ label: '噪声', value: 9 }] } })
    expect(instanceOf(chart)).toBe(first)
    chart.unmount()
    expect(first?.isDisposed()).toBe(true)
  })

  it('are made anew when the surrounding scale changes, with a finer backing store', async () => {
    const props = { option: { series: [] }, label: '空', table: { columns: [], rows: [] }, scale: 1 }
    const chart = mount(BaseChart, { props, attachTo: document.body })
    await flushPromises()
    const first = instanceOf(chart)
    await chart.setProps({ scale: 2 })
    expect(first?.isDisposed()).toBe(true)
    expect(instanceOf(chart)?.getDevicePixelRatio()).toBe(2 * devicePixelRatio)
  })
})
