import { createRouter, createWebHistory, type Router, type RouteRecordRaw } from 'vue-router'
import type { Session } from '#contract'
import SignInPage from './pages/SignInPage.vue'

/** Every staff page: address, title, and the permission without which it is neither offered nor shown. */
export const routes: RouteRecordRaw[] = [
  { path: '/sign-in', name: 'sign-in', component: SignInPage, meta: { title: '登录', isPublic: true } },
  {
    path: '/',
    name: 'overview',
    component: () => import('./pages/OverviewPage.vue'),
    meta: { title: '总览', permission: 'overview:read' },
  },
  {
    path: '/topics',
    name: 'topics',
    component: () => import('./pages/TopicsPage.vue'),
    meta: { title: '民意热点', permission: 'topics:read' },
  },
  {
    path: '/topics/:id',
    name: 'topic',
    component: () => import('./pages/TopicPage.vue'),
    props: true,
    meta: { title: '热点详情', permission: 'topics:read' },
  },
  {
    path: '/keywords',
    name: 'keywords',
    component: () => import('./pages/KeywordsPage.vue'),
    meta: { title: '关键词变化', permission: 'voices:read' },
  },
  {
    path: '/history',
    name: 'history',
    component: () => import('./pages/HistoryPage.vue'),
    meta: { title: '历史时点', permission: 'metrics:read' },
  },
  {
    path: '/voices',
    name: 'voices',
    component: () => import('./pages/VoicesPage.vue'),
    meta: { title: '诉求查询', permission: 'voices:read' },
  },
  {
    path: '/similar',
    name: 'similar',
    component: () => import('./pages/SimilarPage.vue'),
    meta: { title: '相似建议', permission: 'voices:read' },
  },
  {
    path: '/voices/:id',
    name: 'voice',
    component: () => import('./pages/VoicePage.vue'),
    props: true,
    meta: { title: '诉求详情', permission: 'voices:read' },
  },
  {
    path: '/review',
    name: 'review',
    component: () => import('./pages/ReviewPage.vue'),
    meta: { title: '分类复核', permission: 'review:read' },
  },
  {
    path: '/urgent',
    name: 'urgent',
    component: () => import('./pages/UrgentPage.vue'),
    meta: { title: '紧急与风险', permission: 'risks:read' },
  },
  {
    path: '/replies',
    name: 'replies',
    component: () => import('./pages/RepliesPage.vue'),
    meta: { title: '答复质量', permission: 'voices:read' },
  },
  {
    path: '/budget',
    name: 'execution',
    component: () => import('./pages/ExecutionPage.vue'),
    meta: { title: '预算执行', permission: 'budget:read' },
  },
  {
    path: '/budget/units/:code',
    name: 'unit-budget',
    component: () => import('./pages/UnitBudgetPage.vue'),
    props: true,
    meta: { title: '单位预算', permission: 'budget:read' },
  },
  {
    path: '/budget/year-end',
    name: 'year-end',
    component: () => import('./pages/YearEndPage.vue'),
    meta: { title: '年末预测', permission: 'budget:read' },
  },
  {
    path: '/budget/demand',
    name: 'demand',
    component: () => import('./pages/DemandPage.vue'),
    meta: { title: '民意与资金', permission: 'budget:read' },
  },
  {
    path: '/budget/demand/sandbox',
    name: 'sandbox',
    component: () => import('./pages/SandboxPage.vue'),
    meta: { title: '政策沙盘', permission: 'budget:read' },
  },
  {
    path: '/budget/payments',
    name: 'payments',
    component: () => import('./pages/PaymentsPage.vue'),
    meta: { title: '支付明细', permission: 'budget:read' },
  },
  {
    path: '/budget/findings',
    name: 'findings',
    component: () => import('./pages/FindingsPage.vue'),
    meta: { title: '预算疑点', permission: 'findings:read' },
  },
  {
    path: '/budget/findings/:id',
    name: 'finding',
    component: () => import('./pages/FindingPage.vue'),
    props: true,
    meta: { title: '疑点详情', permission: 'findings:read' },
  },
  {
    path: '/budget/disclosures',
    name: 'disclosures',
    component: () => import('./pages/DisclosuresPage.vue'),
    meta: { title: '公开核对', permission: 'findings:read' },
  },
  {
    path: '/budget/rules',
    name: 'rules',
    component: () => import('./pages/RulesPage.vue'),
    meta: { title: '监督规则', permission: 'budget:read' },
  },
  {
    path: '/cases',
    name: 'cases',
    component: () => import('./pages/CasesPage.vue'),
    meta: { title: '案件办理', permission: 'cases:read' },
  },
  {
    path: '/cases/calendar',
    name: 'case-calendar',
    component: () => import('./pages/CaseCalendarPage.vue'),
    meta: { title: '期限日历', permission: 'cases:read' },
  },
  {
    path: '/cases/statistics',
    name: 'case-statistics',
    component: () => import('./pages/CaseStatisticsPage.vue'),
    meta: { title: '案件统计', permission: 'cases:read' },
  },
  {
    path: '/cases/:id',
    name: 'case',
    component: () => import('./pages/CasePage.vue'),
    props: true,
    meta: { title: '案件', permission: 'cases:read' },
  },
  {
    path: '/ingest',
    name: 'ingest',
    component: () => import('./pages/IngestPage.vue'),
    meta: { title: '数据接入', permission: 'ingest:read' },
  },
  {
    path: '/ingest/loads',
    name: 'loads',
    component: () => import('./pages/LoadsPage.vue'),
    meta: { title: '导入记录', permission: 'ingest:read' },
  },
  {
    path: '/ingest/loads/:id',
    name: 'load',
    component: () => import('./pages/LoadPage.vue'),
    props: true,
    meta: { title: '导入详情', permission: 'ingest:read' },
  },
  {
    path: '/ingest/quarantine',
    name: 'quarantine',
    component: () => import('./pages/QuarantinePage.vue'),
    meta: { title: '隔离区', permission: 'quarantine:read' },
  },
  {
    path: '/ingest/register',
    name: 'register',
    component: () => import('./pages/RegisterPage.vue'),
    meta: { title: '手工登记', permission: 'ingest:upload' },
  },
  {
    path: '/ingest/mappings',
    name: 'mappings',
    component: () => import('./pages/MappingsPage.vue'),
    meta: { title: '待确认映射', permission: 'ingest:upload' },
  },
  {
    path: '/ingest/mappings/pending/:id',
    name: 'pending-file',
    component: () => import('./pages/PendingFilePage.vue'),
    props: true,
    meta: { title: '确认映射', permission: 'ingest:upload' },
  },
  {
    path: '/ingest/mappings/stored/:id',
    name: 'stored-mapping',
    component: () => import('./pages/StoredMappingPage.vue'),
    props: true,
    meta: { title: '映射', permission: 'ingest:upload' },
  },
  {
    path: '/ingest/sources/new',
    name: 'source-new',
    component: () => import('./pages/SourcePage.vue'),
    meta: { title: '新建数据来源', permission: 'sources:write' },
  },
  {
    path: '/ingest/sources/:name',
    name: 'source',
    component: () => import('./pages/SourcePage.vue'),
    props: true,
    meta: { title: '数据来源', permission: 'sources:write' },
  },
  {
    path: '/lineage/:mart/:recordKey',
    name: 'lineage',
    component: () => import('./pages/LineagePage.vue'),
    props: true,
    meta: { title: '数据溯源', permission: 'lineage:read' },
  },
  {
    path: '/metrics',
    name: 'metrics',
    component: () => import('./pages/MetricCardsPage.vue'),
    meta: { title: '指标口径', permission: 'metrics:read' },
  },
  {
    path: '/names',
    name: 'names',
    component: () => import('./pages/NamesPage.vue'),
    meta: { title: '名称对应', permission: 'voices:read' },
  },
  {
    path: '/methods',
    name: 'methods',
    component: () => import('./pages/MethodsPage.vue'),
    meta: { title: '方法与实测', permission: 'methods:read' },
  },
  {
    path: '/methods/:name',
    name: 'method',
    component: () => import('./pages/MethodPage.vue'),
    props: true,
    meta: { title: '方法说明', permission: 'methods:read' },
  },
  {
    path: '/walls/remote',
    name: 'wall-remote',
    component: () => import('./pages/WallRemotePage.vue'),
    meta: { title: '大屏遥控', permission: 'wall:control' },
  },
  {
    path: '/walls/devices',
    name: 'wall-devices',
    component: () => import('./pages/WallDevicesPage.vue'),
    meta: { title: '大屏设备', permission: 'wall:devices' },
  },
  {
    path: '/walls/playlist',
    name: 'wall-playlist',
    component: () => import('./pages/WallPlaylistPage.vue'),
    meta: { title: '节目单', permission: 'wall:edit' },
  },
  {
    path: '/walls/scenes',
    name: 'wall-scenes',
    component: () => import('./pages/WallScenesPage.vue'),
    meta: { title: '场景编辑', permission: 'wall:edit' },
  },
  {
    path: '/walls/maps',
    name: 'wall-maps',
    component: () => import('./pages/WallMapsPage.vue'),
    meta: { title: '大屏地图', permission: 'wall:edit' },
  },
  {
    path: '/walls/embargo',
    name: 'wall-embargo',
    component: () => import('./pages/WallEmbargoPage.vue'),
    meta: { title: '禁显清单', permission: 'wall:embargo' },
  },
  {
    path: '/about',
    name: 'about',
    component: () => import('./pages/AboutPage.vue'),
    meta: { title: '关于与运行' },
  },
  {
    path: '/:rest(.*)*',
    name: 'not-found',
    component: () => import('./pages/NotFoundPage.vue'),
    meta: { title: '没有这个页面' },
  },
]

/**
 * The router of the staff pages. Nobody signed in is sent to the sign-in page and comes back afterwards.
 * @param loadSession asked before every page that is not public
 */
export function createAppRouter(loadSession: () => Promise<Session | null>): Router {
  const router = createRouter({
    history: createWebHistory(),
    routes,
    scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? undefined : { top: 0 }),
  })
  router.beforeEach(async (to) => {
    if (to.meta.isPublic) return true
    const session = await loadSession()
    if (session) return true
    return { name: 'sign-in', query: to.fullPath === '/' ? {} : { next: to.fullPath } }
  })
  router.afterEach((to) => {
    document.title = `${to.meta.title} · 大数据慧治`
  })
  return router
}
