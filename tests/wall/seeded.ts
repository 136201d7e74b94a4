import type { EmbargoEntry, PanelContext, WallCase, WallSource } from '#wall'
import { apiQueries, type Warehouse } from '#warehouse'
import { toFreshnessItem } from '../../api/views/ledger.ts'
import { fillWarehouse } from '../api/sample-rows.ts'
import { loadRows } from '#tests/loads.ts'

/** Names that stand in the seeded data where an embargo would have to find them, by scope. */
export const marks = {
  topic: '密桥改道',
  unit: '密盾局',
  draft: '密言条例',
  project: '密渠工程',
  district: '密岭区',
  word: '密账',
} as const

/** What nobody may ever see on a wall, embargo or not. */
export const personal = ['19900001234', '990102199001011234', '云A12345']

const at = '2026-03-01T01:00:00Z'

/** The small city of the interface's tests, with a marked name in every place a panel takes names from. */
export async function fillMarked(warehouse: Warehouse): Promise<void> {
  await fillWarehouse(warehouse)
  await loadRows(warehouse, {
    kind: 'regions',
    fileName: '新区.csv',
    rows: [{ region_code: '990109', region_name: marks.district, parent_code: '9901', level: '区县' }],
  })
  await loadRows(warehouse, {
    kind: 'petitions',
    fileName: '补录.csv',
    rows: ['M1', 'M2', 'M3', 'M4'].map((id) => ({
      petition_id: id,
      title: '示例',
      body: '示例内容',
      created_at: '2025-12-28T02:00:00Z',
      region: `云岭市${marks.district}`,
      category_1: `${marks.word}类`,
    })),
  })
  await loadRows(warehouse, {
    kind: 'suggestions',
    fileName: '补录建议.csv',
    rows: ['N1', 'N2'].map((id) => ({
      suggestion_id: id,
      title: '示例',
      body: '示例',
      deputy_name: '张示例',
      submitted_at: '2025-01-15T02:00:00Z',
      assigned_at: '2025-01-16T02:00:00Z',
      lead_unit: marks.unit,
      ...(id === 'N2' && {
        reply: '我局将于2025年6月底前完成改造工程。',
        replied_at: '2025-03-01T02:00:00Z',
      }),
    })),
  })
  await loadRows(warehouse, { kind: 'proceedings', fileName: '议题.csv', rows: agenda })
  await loadRows(warehouse, { kind: 'livelihood_projects', fileName: '实事.csv', rows: projects })
  await warehouse.writeResults(
    'topics',
    [
      { table: 'topics', rows: topics },
      { table: 'topic_weeks', rows: topicWeeks },
      { table: 'topic_members', rows: members },
    ],
    { fingerprint: 'marked', startedAt: new Date(at) },
  )
}

const item = (number: string, category: string, title: string, more: Record<string, string> = {}) => ({
  session: `第${number}次会议`,
  item_id: `${number}-${title}`,
  held_on: `2025-${number}-26`,
  category,
  title,
  result: '通过',
  ...more,
})

const agenda = [
  item('04', '法规案', `审议${marks.draft}`, {
    stage: '二审',
    result: '继续审议',
    draft_title: `《${marks.draft}（草案）》`,
  }),
  item('06', '法规案', '审议示例条例', { stage: '表决', draft_title: '示例条例' }),
  item('06', '决定决议', `关于${marks.word}的决定`),
  item('08', '任免', '任命张示例为示例局局长'),
]

const project = (id: string, title: string, progress: string | null, more: Record<string, string> = {}) => ({
  project_id: id,
  year: '2025',
  title,
  lead_unit: '示例局',
  planned_at: '2025-12-31',
  progress,
  reported_at: progress === null ? null : '2025-10-31',
  ...more,
})

const projects = [
  project('P1', marks.project, '0.2000'),
  project('P2', '示例工程', '1.0000', { lead_unit: marks.unit }),
  project('P3', `热线 ${personal[0] ?? ''}`, '0.5000'),
  project('P4', '示例站点', null),
]

const topic = (id: string, rank: number, title: string) => ({
  topic_id: id,
  rank,
  title,
  heat: 1 / rank,
  voices: 10,
  matters: 4,
  growth: 0.5,
  breadth: 2,
  unresolved_share: 0.5,
  from_date: '2025-11-01',
  to_date: '2025-12-28',
  category_1: '城建',
  lifecycle: '上升',
  computed_at: at,
})

const topics = [
  topic('K1', 1, marks.topic),
  topic('K2', 2, `车辆 ${personal[2] ?? ''} 占道`),
  topic('K3', 3, '路灯不亮'),
]

const topicWeeks = topics.flatMap(({ topic_id }) =>
  ['2025-12-08', '2025-12-15', '2025-12-22'].map((week_start) => ({
    topic_id,
    week_start,
    voices: 9,
    expected: 2,
    expected_low: 1,
    expected_high: 4,
  })),
)

const members = topics.map(({ topic_id }, index) => ({
  topic_id,
  voice_id: `petitions:M${index + 1}`,
  matter_id: `m${index}`,
  similarity: 1,
  is_typical: true,
}))

const cases: WallCase[] = [
  {
    stage: '整改',
    isClosed: false,
    clock: { colour: 'red', daysLeft: -3 },
    letters: ['已答复'],
    outcome: 'confirmed',
    confirmed: { number: '〔2026〕案1号', unit: marks.unit, ruleName: '示例规则', amount: '100.00' },
  },
  { stage: '函询', isClosed: false, clock: null, letters: ['已发出待答复'], outcome: null, confirmed: null },
]

const sources: WallSource[] = [
  {
    name: 'a',
    label: `${marks.unit}每日报送`,
    kinds: ['petitions'],
    affects: ['信访件数', '按期答复率'],
    word: '没到',
    reason: '没有新文件',
    status: 'bad',
    arrivedAt: null,
  },
  {
    ...{ name: 'b', label: '示例来源', kinds: [], affects: [] },
    word: '到了',
    reason: '新增 3 行',
    status: 'ok',
    arrivedAt: at,
  },
]

/** A context whose neighbours hold marked names too; failures are collected. */
export function contextOf(
  warehouse: Warehouse,
  embargo: readonly EmbargoEntry[] = [],
  failures: { kind: string; code: string }[] = [],
): PanelContext {
  return {
    warehouse,
    now: new Date('2026-01-05T02:00:00Z'),
    embargo,
    outside: {
      cases: () => Promise.resolve(cases),
      mornings: () => Promise.resolve(sources),
      freshness: async () =>
        (await warehouse.query(apiQueries.ledger.freshness, {})).map((row) =>
          toFreshnessItem(row, { late: [], termed: new Set() }),
        ),
      promises: (reply) => [reply],
      sourceLabel: (kind) => kind,
      report: (failure) => void failures.push(failure),
    },
  }
}
