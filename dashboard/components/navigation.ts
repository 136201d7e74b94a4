import type { Permission } from '#contract'

export interface NavigationItem {
  readonly label: string
  readonly to: string
  readonly permission?: Permission
}

export interface NavigationSection {
  readonly label: string | null
  readonly items: readonly NavigationItem[]
}

/** The side bar, in the order work goes: look, ask, supervise, feed. */
export const navigation: readonly NavigationSection[] = [
  { label: null, items: [{ label: '总览', to: '/', permission: 'overview:read' }] },
  {
    label: '民意',
    items: [
      { label: '民意热点', to: '/topics', permission: 'topics:read' },
      { label: '关键词变化', to: '/keywords', permission: 'voices:read' },
      { label: '诉求查询', to: '/voices', permission: 'voices:read' },
      { label: '紧急与风险', to: '/urgent', permission: 'risks:read' },
      { label: '答复质量', to: '/replies', permission: 'voices:read' },
      { label: '分类复核', to: '/review', permission: 'review:read' },
      { label: '相似建议', to: '/similar', permission: 'voices:read' },
    ],
  },
  {
    label: '预算监督',
    items: [
      { label: '执行进度', to: '/budget', permission: 'budget:read' },
      { label: '年末预测', to: '/budget/year-end', permission: 'budget:read' },
      { label: '民意与资金', to: '/budget/demand', permission: 'budget:read' },
      { label: '预算疑点', to: '/budget/findings', permission: 'findings:read' },
      { label: '公开核对', to: '/budget/disclosures', permission: 'findings:read' },
      { label: '案件办理', to: '/cases', permission: 'cases:read' },
      { label: '支付明细', to: '/budget/payments', permission: 'budget:read' },
      { label: '监督规则', to: '/budget/rules', permission: 'budget:read' },
    ],
  },
  {
    label: '数据',
    items: [
      { label: '数据接入', to: '/ingest', permission: 'ingest:read' },
      { label: '导入记录', to: '/ingest/loads', permission: 'ingest:read' },
      { label: '隔离区', to: '/ingest/quarantine', permission: 'quarantine:read' },
      { label: '手工登记', to: '/ingest/register', permission: 'ingest:upload' },
      { label: '待确认映射', to: '/ingest/mappings', permission: 'ingest:upload' },
      { label: '名称对应', to: '/names', permission: 'voices:read' },
      { label: '指标口径', to: '/metrics', permission: 'metrics:read' },
      { label: '历史时点', to: '/history', permission: 'metrics:read' },
      { label: '方法与实测', to: '/methods', permission: 'methods:read' },
    ],
  },
  {
    label: '大屏',
    items: [
      { label: '大屏遥控', to: '/walls/remote', permission: 'wall:control' },
      { label: '节目单', to: '/walls/playlist', permission: 'wall:edit' },
      { label: '场景编辑', to: '/walls/scenes', permission: 'wall:edit' },
      { label: '大屏地图', to: '/walls/maps', permission: 'wall:edit' },
      { label: '禁显清单', to: '/walls/embargo', permission: 'wall:embargo' },
      { label: '大屏设备', to: '/walls/devices', permission: 'wall:devices' },
    ],
  },
  { label: null, items: [{ label: '关于与运行', to: '/about' }] },
]

/** The sections with only what the person may open; empty sections disappear. */
export function navigationFor(may: (permission: Permission | undefined) => boolean): NavigationSection[] {
  return navigation
    .map((section) => ({ ...section, items: section.items.filter((item) => may(item.permission)) }))
    .filter((section) => section.items.length > 0)
}

/** The item a page belongs to: the longest address that starts the page's own. */
export function currentItem(path: string, sections: readonly NavigationSection[]): string | null {
  const fits = sections
    .flatMap((section) => section.items.map((item) => item.to))
    .filter((to) => path === to || isUnder(path, to))
  return fits.sort((a, b) => b.length - a.length)[0] ?? null
}

function isUnder(path: string, to: string): boolean {
  return to !== '/' && path.startsWith(`${to}/`)
}
