import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { Job, MetricValue } from '#contract'
import { ProblemError } from '#ui'
import AsyncPart from '../../dashboard/components/AsyncPart.vue'
import DataTable from '../../dashboard/components/DataTable.vue'
import FileDrop from '../../dashboard/components/FileDrop.vue'
import JobCard from '../../dashboard/components/JobCard.vue'
import GrowthText from '../../dashboard/components/GrowthText.vue'
import MappingOutcome from '../../dashboard/components/MappingOutcome.vue'
import MetricNumber from '../../dashboard/components/MetricNumber.vue'
import ReconcileNote from '../../dashboard/components/ReconcileNote.vue'
import type { TableColumn } from '../../dashboard/components/table-column.ts'

interface Row {
  name: string
  size: number
}

const router = createRouter({
  history: createMemoryHistory(),
  routes: [
    { path: '/', name: 'home', component: { template: '<i />' } },
    { path: '/loads/:id', name: 'load', component: { template: '<i />' } },
  ],
})
const global = { plugins: [router] }

const metric: MetricValue = {
  name: 'reply_rate',
  label: '答复率',
  value: 0.25,
  unit: '%',
  numerator: 1,
  denominator: 4,
  dataTime: '2026-01-31',
  computedAt: '2026-02-01T00:00:00Z',
  quarantined: 3,
  unreconciled: 0,
  missingReason: null,
  lateSources: [],
  card: {
    name: 'reply_rate',
    label: '答复率',
    definition: '已答复占全部',
    unit: '%',
    numerator: '已答复',
    denominator: '全部',
    grain: '件',
    sources: ['marts.voices'],
    owner: '研究室',
    legalBasis: null,
    version: '1',
  },
}

describe('FileDrop', () => {
  it('shows where files may fall and hands them on; an empty drop is none', async () => {
    const drop = mount(FileDrop, { props: { accept: '.csv' }, attachTo: document.body })
    await flushPromises()
    const file = new File(['a'], '支付.csv')
    const carried = { files: [file], items: [{ type: 'text/csv', kind: 'file' }], types: ['Files'] }
    await drop.trigger('dragenter', { dataTransfer: carried })
    expect(drop.classes()).toContain('over')
    await drop.trigger('drop', { dataTransfer: carried })
    await drop.trigger('drop', { dataTransfer: { files: [], items: [], types: [] } })
    expect(drop.classes()).not.toContain('over')
    expect(drop.emitted('files')).toEqual([[[file]]])
    drop.unmount()
  })
})

describe('MetricNumber', () => {
  it('states value, quotient, data time and what was left out, and links to the rows', () => {
    const text = mount(MetricNumber, { props: { metric, to: '/' }, global })
    expect(text.find('a.value').text()).toBe('25.0%')
    expect(text.text()).toContain('1 ÷ 4')
    expect(text.text()).toContain('截至 2026-01-31')
    expect(text.text()).toContain('另有 3 条隔离未计入')
  })

  it('shows no quotient where the metric is not one', () => {
    const gap = { ...metric, value: -0.1, numerator: 0.7, denominator: 0.8 }
    expect(mount(MetricNumber, { props: { metric: gap }, global }).text()).not.toContain('÷')
  })

  it('says why a value is missing instead of showing zero', () => {
    const none = { ...metric, value: null, missingReason: '还没有运行热点分析' }
    const page = mount(MetricNumber, { props: { metric: none, to: '/' }, global })
    expect(page.text()).toContain('还没有运行热点分析')
    expect(page.find('a.value').exists()).toBe(false)
  })
})

describe('DataTable', () => {
  // Mounted by test-utils a generic component takes rows of any kind.
  const columns: TableColumn<unknown>[] = [
    { key: 'name', title: '名称', text: (row) => (row as Row).name },
    {
      key: 'size',
      title: '大小',
      text: (row) => (row as Row).size,
      sortValue: (row) => (row as Row).size,
    },
  ]
  const rows: Row[] = [
    { name: '乙', size: 1 },
    { name: '甲', size: 3 },
    { name: '丙', size: 2 },
  ]
  const props = { caption: '示例', columns, rows, rowKey: (row: unknown) => (row as Row).name }

  it('sorts down, up and back by its header, and says so to readers', async () => {
    const table = mount(DataTable, { props })
    const order = () => table.findAll('tbody tr').map((row) => row.find('td').text())
    const header = table.findAll('th')[1]
    await header?.find('button').trigger('click')
    expect([order(), header?.attributes('aria-sort')]).toEqual([['甲', '丙', '乙'], 'descending'])
    await header?.find('button').trigger('click')
    expect([order(), header?.attributes('aria-sort')]).toEqual([['乙', '丙', '甲'], 'ascending'])
    await header?.find('button').trigger('click')
    expect([order(), header?.attributes('aria-sort')]).toEqual([['乙', '甲', '丙'], 'none'])
  })

  it('says why it is empty', () => {
    const table = mount(DataTable, { props: { ...props, rows: [], emptyText: '还没有导入过文件。' } })
    expect(table.text()).toContain('还没有导入过文件。')
  })
})

describe('ReconcileNote', () => {
  it('adds exactly where floats would not', () => {
    const note = mount(ReconcileNote, {
      props: { what: '合计', parts: ['0.10', '0.20'], whole: '0.30', wholeName: '全部' },
    })
    expect(note.text()).toContain('对平')
    expect(note.text()).not.toContain('未对平')
  })

  it('says by how much and why it does not add up', () => {
    const props = { what: '合计', parts: ['1.00'], whole: '3.50', wholeName: '全部', why: '有支付没有指标' }
    const text = mount(ReconcileNote, { props }).text()
    expect(text).toContain('未对平')
    expect(text).toContain('相差 2.50 元：有支付没有指标')
  })
})

describe('AsyncPart', () => {
  const props = { data: null as { items: number[] } | null, error: null as Error | null }
  const slots = { default: '<b>内容</b>' }

  it('waits, fails with a reason and a way out, explains emptiness, shows content', async () => {
    const part = mount(AsyncPart, { props, slots })
    expect(part.find('[role=status]').exists()).toBe(true)
    const error = new ProblemError({
      status: 503,
      code: 'SRV_BUSY',
      title: '正在更新数据',
      detail: '请稍后再看',
    })
    await part.setProps({ error })
    expect(part.find('[role=alert]').text()).toContain('正在更新数据')
    await part.find('[role=alert] button').trigger('click')
    expect(part.emitted('retry')).toHaveLength(1)
    await part.setProps({ error: null, data: { items: [] }, isEmpty: () => true, emptyText: '数据未接入' })
    expect(part.text()).toBe('数据未接入')
    await part.setProps({ isEmpty: () => false })
    await flushPromises()
    expect(part.text()).toBe('内容')
  })

  it('keeps old content on screen when a refresh fails', () => {
    const part = mount(AsyncPart, { props: { data: { items: [1] }, error: new Error('x') }, slots })
    expect(part.text()).toContain('内容')
    expect(part.find('[role=alert]').exists()).toBe(true)
  })
})

it.each([
  [null, '历史不足'],
  [0.5, '▲ 高于预期 50%'],
  [3.2, '▲ 预期的 4.2 倍'],
  [-0.3, '▽ 低于预期 30%'],
  [0, '与预期持平'],
])('words growth %s as %s', (growth, words) => {
  expect(mount(GrowthText, { props: { growth } }).text()).toBe(words)
})

describe('a job that is done', () => {
  const card = (load: Partial<Job['loads'][number]>, notes: Job['notes'] = []) => {
    const counts = { rows: 1, accepted: 1, quarantined: 0, unchanged: 0 }
    const rest = { file: '表.xlsx', kind: 'petitions', loadId: 'L1', reconciled: null, warnings: [] }
    const job: Job = {
      id: '1',
      state: 'done',
      stage: null,
      files: ['表.xlsx'],
      kind: null,
      actor: '张示例',
      createdAt: '2026-02-01T00:00:00Z',
      startedAt: null,
      finishedAt: null,
      rowsRead: 1,
      loads: [{ ...counts, ...rest, ...load }],
      errors: [],
      notes,
      failure: null,
    }
    const queryClient = new QueryClient()
    const plugins = [router, [VueQueryPlugin, { queryClient }] as [typeof VueQueryPlugin, object]]
    return mount(JobCard, { props: { job }, global: { plugins } })
  }
  const told = (...of: Parameters<typeof card>) => card(...of).text()

  it('says that a file had no rows', () => {
    const text = told({ rows: 0, accepted: 0 })
    expect(text).toContain('已完成，有文件没有数据')
    expect(text).toContain('请确认是不是发错了文件')
  })

  it('says that a file does not balance, and what else there is to know of it', () => {
    const text = told({ reconciled: 'unbalanced', warnings: ['未对平：行数与给出的对账数不符'] })
    expect(text).toContain('已完成，有文件未对平')
    expect(text).toContain('未对平：行数与给出的对账数不符')
  })

  it('leads to the load, and tells the difference of a file without rows too', () => {
    const warnings = ['未对平：少了 3 行', '表里没有数据行，请确认是不是发错了文件。']
    const shown = card({ rows: 0, accepted: 0, reconciled: 'unbalanced', warnings })
    expect(shown.get('a').attributes('href')).toBe('/loads/L1')
    expect(shown.text()).toContain('未对平：少了 3 行')
    expect(shown.text().match(/没有数据行/g)).toHaveLength(1)
  })

  it('says what came of control totals that arrived alone', () => {
    const text = told({}, [{ text: '对账文件“表.对账.csv”已核对', balanced: false }])
    expect(text).toContain('对账文件“表.对账.csv”已核对')
    expect(text).toContain('已完成，有文件未对平')
  })
})

it('the trial of a mapping shows a rate as a percentage', () => {
  const metric = { name: 'rate', label: '留言按期答复率', unit: '%', before: null, after: 0.268 }
  const effect = { rows: 1, accepted: 1, quarantined: 0, unchanged: 0, warnings: [], marts: [] }
  const sheet = { missing: [], read: 1, accepted: 1, refused: 0, hasMore: false, reasons: [], warnings: [] }
  const props = { sheet, relaxed: new Set(), effect: { ...effect, metrics: [metric] } } as never
  expect(mount(MappingOutcome, { props }).text()).toContain('26.8')
})
