import type { PanelContent, PanelData, PanelStatus, Scene, WallSnapshot } from '#contract'

const statuses: readonly PanelStatus[] = ['ok', 'warn', 'bad', null]
const statusAt = (index: number): PanelStatus => statuses[index % statuses.length] ?? null
const yuan = (tenMillions: number) => (tenMillions * 1e7).toFixed(2)

/** One content of each form with as much in it, and as long words, as a year of real answers may bring. */
const contents: Readonly<Record<PanelContent['form'], PanelContent>> = {
  figures: {
    form: 'figures',
    items: [
      { label: '最近一月群众来件', value: 15_234, unit: '件', note: '比上月 +12%', status: 'warn' as const },
      { label: '涉及事项', value: 1204, unit: '个', note: null, status: null },
      { label: '代表建议按期答复率', value: 0.892, unit: '%', note: null, status: null },
      { label: '一般公共预算已支出', value: '6123000000.00', unit: '元', note: null, status: null },
      { label: '待核实疑点', value: 28, unit: '条', note: null, status: 'bad' as const },
      { label: '政府采购金额', value: null, unit: '元', note: null, status: null },
    ].map((item, index) => ({
      id: `g${index}`,
      ...item,
      missingReason: item.value === null ? '本年来源未到' : null,
    })),
  },
  trend: {
    form: 'trend',
    unit: '件',
    periods: Array.from({ length: 26 }, (_, week) =>
      new Date(Date.UTC(2026, 4, 4 + week * 7)).toISOString().slice(0, 10),
    ),
    series: [
      { id: 'a', label: '夜间施工噪声', values: wave(26, 30, 20, 1.2) },
      { id: 'b', label: '物业收费', values: wave(26, 44, 8, 0.6) },
    ],
    band: { label: '预期区间', low: wave(26, 22, 2, 0), high: wave(26, 55, 3, 0) },
    marks: [{ period: '2026-08-03', text: '专项整治' }],
  },
  bars: {
    form: 'bars',
    unit: '元',
    items: [
      '住房和城乡建设局',
      '交通运输局',
      '教育局',
      '卫生健康委员会',
      '水务局',
      '文化广电和旅游体育局',
      '民政局',
    ].map((label, index) => ({
      id: `b${index}`,
      label,
      value: yuan(42 / (index + 1)),
      note: index === 0 ? '同比 +12%' : null,
      status: index === 0 ? ('warn' as const) : null,
    })),
    reference: { label: '各单位平均', value: 1.1e8 },
  },
  list: {
    form: 'list',
    columns: [
      { label: '草案', align: 'start' },
      { label: '阶段', align: 'start' },
      { label: '意见', align: 'end' },
      { label: '截止', align: 'end' },
    ],
    rows: [
      '养犬管理条例（草案）',
      '城市更新条例（草案二次审议稿）',
      '物业管理条例（修订草案）',
      '非机动车停放管理规定（草案）',
      '历史建筑和传统风貌区保护条例（草案）',
      '电梯安全条例（草案）',
      '志愿服务条例（草案）',
      '供水用水条例（修订）',
    ].map((title, index) => ({
      id: `r${index}`,
      cells: [
        title,
        ['征求意见', '二审', '一审'][index % 3] ?? '',
        `${412 - index * 37} 条`,
        `11月${10 + index}日`,
      ],
      status: index === 2 ? ('warn' as const) : null,
    })),
  },
  tiles: {
    form: 'tiles',
    unit: '件',
    tiles: [
      '岭东区',
      '岭西区',
      '南屏区',
      '松涛区',
      '柏溪县',
      '云泉县',
      '石台县',
      '云岭高新技术产业开发区',
    ].map((label, index) => ({
      id: `d${index}`,
      label,
      value: index === 6 ? null : 157 - index * 17,
      note: index === 6 ? '未上报' : `+${57 - index * 7}%`,
      status: null,
    })),
  },
  flow: {
    form: 'flow',
    unit: '件',
    stages: [
      ['提出', 2034],
      ['交办', 2033],
      ['办理中', 25],
      ['已答复', 1957],
      ['逾期未答复', 51],
    ].map(([label, value], index) => ({
      id: `f${index}`,
      label: String(label),
      value: Number(value),
      note: index === 4 ? '最长 964 天' : null,
      status: index === 4 ? ('bad' as const) : null,
    })),
  },
  sankey: moneyContent(),
  timeline: {
    form: 'timeline',
    today: '2026-10-31',
    events: [
      ['2026-09-28', '市人大常委会第三十二次会议', '会议', '听取审计整改报告'],
      ['2026-10-12', '养犬管理条例（草案）征求意见截止', '征求意见', '收到意见 412 条'],
      ['2026-10-26', '第十八次主任会议', '会议', null],
      ['2026-11-04', '城市更新条例二审', '立法', '法制委员会'],
      ['2026-11-12', '民生实事专项视察', '监督', '5 个视察组'],
      ['2026-11-20', '预算执行三季度分析会', '监督', null],
      ['2026-12-02', '市人大常委会第三十三次会议', '会议', '任免事项 6 项'],
      ['2027-01-14', '代表建议办理满意度测评', '代表', '全体代表'],
    ].map(([date, label, kind, note], index) => ({
      id: `t${index}`,
      date: date ?? '',
      label: label ?? '',
      kind: kind ?? '',
      note: note ?? null,
      status: index === 3 ? ('warn' as const) : null,
    })),
  },
  lamps: {
    form: 'lamps',
    rule: '绿：完成或不落后时序；黄：落后时序不超过 20 个百分点；红：落后更多或已过计划完成日；灰：无进度报告',
    items: [
      '滨江步道延伸工程',
      '老旧小区电梯加装 120 台',
      '普惠托位新增 800 个',
      '城东水厂深度处理改造',
      '村级养老服务站 30 处',
      '校园食堂明厨亮灶全覆盖',
      '公交站台无障碍改造',
      '农贸市场升级改造 12 家',
      '乡镇卫生院发热门诊',
      '云岭东路积水点整治',
    ].map((label, index) => ({
      id: `l${index}`,
      label,
      word: ['按期', '滞后', '严重滞后', '未报告'][index % 4] ?? '',
      progress: index % 4 === 3 ? null : 0.95 - index * 0.07,
      note: null,
      status: statusAt(index),
    })),
  },
  progress: {
    form: 'progress',
    unit: '元',
    rows: [
      { label: '一般公共预算', done: yuan(612), total: yuan(770), rate: 0.795, expected: 0.79 },
      { label: '政府性基金预算', done: yuan(120), total: yuan(240), rate: 0.5, expected: 0.68 },
      { label: '国有资本经营预算', done: yuan(8), total: yuan(12), rate: 0.66, expected: 0.7 },
      { label: '社会保险基金预算', done: null, total: yuan(400), rate: null, expected: 0.8 },
    ].map((row, index) => ({ id: `p${index}`, ...row, note: null, status: index === 1 ? 'warn' : null })),
  },
}

function wave(length: number, middle: number, height: number, slope: number): number[] {
  return Array.from({ length }, (_, index) =>
    Math.round(middle + height * Math.sin(index / 3) + index * slope),
  )
}

function moneyContent(): PanelContent {
  const labels = [
    '一般公共预算',
    '政府性基金',
    '国有资本经营',
    '社会保险基金',
    '教育',
    '社会保障和就业',
    '卫生健康',
    '城乡社区',
    '农林水',
    '公共安全',
    '科学技术',
    '人员经费',
    '公用经费',
    '项目支出',
    '转移支付',
  ]
  const links: readonly (readonly [number, number, number])[] = [
    [0, 4, 82],
    [0, 5, 64],
    [0, 6, 51],
    [0, 7, 38],
    [0, 8, 29],
    [0, 9, 24],
    [0, 10, 11],
    [1, 7, 66],
    [2, 7, 5],
    [3, 5, 71],
    [4, 11, 51],
    [4, 13, 31],
    [5, 14, 120],
    [5, 11, 15],
    [6, 13, 30],
    [6, 11, 21],
    [7, 13, 109],
    [8, 13, 20],
    [8, 14, 9],
    [9, 11, 18],
    [9, 12, 6],
    [10, 13, 11],
  ]
  return {
    form: 'sankey',
    nodes: labels.map((label, index) => ({ id: `n${index}`, label })),
    links: links.map(([from, to, value]) => ({ from: `n${from}`, to: `n${to}`, value: yuan(value) })),
  }
}

const headlines: Readonly<Record<PanelContent['form'], string>> = {
  figures: '来件 15,234 件，比上月多 12%',
  trend: '夜间施工噪声连续三周高于预期，上周 80 件',
  bars: '住建局占四成，交通局次之',
  list: '8 部草案在路上，2 部进入二审',
  tiles: '岭东区最多：157 件，比上月多五成',
  flow: '51 件逾期未答复，最长 964 天',
  sankey: '每 10 元有 6 元用于教育、社保和卫生',
  timeline: '11月4日二审城市更新条例，4 天后',
  lamps: '10 件实事：3 件滞后，2 件严重滞后',
  progress: '政府性基金慢于时序 18 个百分点',
}

type Part = readonly [form: PanelContent['form'], weight: number]

const made: Readonly<Record<string, readonly Part[]>> = {
  hot: [
    ['figures', 4],
    ['trend', 5],
    ['tiles', 4],
    ['bars', 4],
    ['list', 3],
  ],
  money: [
    ['figures', 4],
    ['sankey', 5],
    ['progress', 4],
    ['trend', 3],
    ['bars', 3],
    ['flow', 2],
  ],
  law: [
    ['timeline', 5],
    ['list', 4],
    ['flow', 3],
    ['bars', 2],
    ['trend', 2],
  ],
  projects: [
    ['lamps', 5],
    ['progress', 3],
    ['figures', 3],
  ],
  everything: [
    ['figures', 5],
    ['trend', 4],
    ['bars', 5],
    ['tiles', 3],
    ['flow', 4],
    ['list', 3],
    ['progress', 4],
    ['lamps', 3],
    ['timeline', 2],
  ],
}

/** Scenes of made content, so that every form stands among others, and one panel of them that has nothing to show. */
export function madeScenes(): { scenes: Scene[]; panels: PanelData[] } {
  const scenes = Object.entries(made).map(([id, parts]) => ({
    id: `made-${id}`,
    name: '样例画面',
    question: '看得清吗？',
    panels: parts.map(([form, weight]) => ({ id: form, kind: 'made', options: {}, weight })),
    layouts: [],
    notes: null,
    version: 1,
  }))
  const panels = scenes.flatMap((scene) => scene.panels.map(({ id }) => madePanel(`${scene.id}/${id}`, id)))
  return { scenes, panels }
}

function madePanel(key: string, form: PanelContent['form']): PanelData {
  const missing = key === 'made-law/trend'
  return {
    key,
    form,
    headline: headlines[form],
    status: form === 'lamps' ? 'bad' : form === 'progress' ? 'warn' : null,
    basis: { definition: '按受理编号去重后的件数', sources: ['网上信访'], metric: null },
    dataTime: '2026-10-30',
    computedAt: '2026-10-31T02:00:00Z',
    lateFrom: form === 'progress' ? '2026-10-30T00:00:00Z' : null,
    note: form === 'list' ? '另有 12 条隔离未计入' : null,
    content: missing ? null : contents[form],
    missingReason: missing ? '征求意见的数据还没有载入，请数据专员在“数据接入”中补上' : null,
  }
}

/** A snapshot of a wall on which one scene stands. */
export function snapshotOf(
  of: { readonly scenes: readonly Scene[]; readonly panels: readonly PanelData[] },
  scene: string,
  wall: Pick<WallSnapshot['wall'], 'viewing' | 'seams'>,
  theme: WallSnapshot['stage']['theme'],
  serverTime = '2026-10-31T02:00:00Z',
): WallSnapshot {
  return {
    sequence: 1,
    serverTime,
    build: 'test',
    map: null,
    wall: { id: 'main', name: '大厅', ...wall },
    stage: {
      scene,
      mode: 'playing',
      nextAt: null,
      reason: null,
      theme,
      dim: 0,
      drill: null,
      toast: null,
      reloads: 0,
    },
    scenes: [...of.scenes],
    panels: [...of.panels],
  }
}
