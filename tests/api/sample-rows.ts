import { rawColumns, type Warehouse } from '#warehouse'
import { loadRows, payment, petition, regionRows, requestFor, unjudged, type Row } from '../helpers/loads.ts'

const sealed = '请拨打 [电话] 与我联系，小区停车难。'

function suggestion(id: string, changes: Row = {}): Row {
  return {
    suggestion_id: id,
    title: `关于治理示例路积水的建议 ${id}`,
    body: '示例路下雨就积水，建议改造排水管网。',
    deputy_name: '张示例',
    submitted_at: '2025-02-01T02:00:00Z',
    assigned_at: '2025-02-10T02:00:00Z',
    lead_unit: '市住建局',
    region: '云岭市西山区',
    ...changes,
  }
}

function budgetLine(id: string, year: string, amount: string, changes: Row = {}): Row {
  return {
    bgt_id: id,
    fiscal_year: year,
    agency_code: '101',
    agency_name: '市教育局',
    pro_code: 'P1',
    project_name: '示例项目',
    account: '一般公共预算',
    amount,
    ...changes,
  }
}

/** A small city: three sources of voices, two budget years, one refused row, one sealed text, two topics. */
export async function fillWarehouse(warehouse: Warehouse): Promise<void> {
  await fillSources(warehouse)
  await fillAnalysis(warehouse)
}

/** The same city before any analysis. */
export async function fillSources(warehouse: Warehouse): Promise<void> {
  await loadRows(warehouse, { kind: 'regions', fileName: '区划.csv', rows: regionRows })
  await loadRows(warehouse, {
    kind: 'petitions',
    fileName: '留言.csv',
    rows: [
      petition('T1', { reply: '已安排维修。', replied_at: '2025-01-12T02:00:00Z', category_1: '城建' }),
      petition('T2', { created_at: '2025-01-20T02:00:00Z', likes: '7', category_1: '城建' }),
      petition('T3', { created_at: '2025-02-20T02:00:00Z', region: '云岭市西山区江街道' }),
    ],
    refused: [
      {
        sheet: null,
        rowNumber: 5,
        column: 'created_at',
        code: 'date_invalid',
        message: '第 5 行“留言时间”不是日期，请改为 2025-01-31 这样的写法。',
        cells: { 留言编号: 'T4', 留言时间: '去年' },
      },
    ],
  })
  await loadRows(warehouse, {
    kind: 'suggestions',
    fileName: '建议.csv',
    rows: [
      suggestion('S1', { reply: '已列入计划。', replied_at: '2025-03-01T02:00:00Z' }),
      suggestion('S2', { submitted_at: '2025-01-15T02:00:00Z', assigned_at: '2025-01-16T02:00:00Z' }),
      suggestion('S3', { submitted_at: '2025-12-30T02:00:00Z', assigned_at: null }),
    ],
  })
  await loadRows(warehouse, {
    kind: 'comments',
    fileName: '意见.csv',
    rows: [
      {
        comment_id: 'C1',
        draft_title: '示例条例',
        body: '建议明确期限。',
        created_at: '2025-02-03T02:00:00Z',
      },
    ],
  })
  await fillBudget(warehouse)
  await fillSealed(warehouse)
}

async function fillBudget(warehouse: Warehouse): Promise<void> {
  await loadRows(warehouse, {
    kind: 'budget_lines',
    fileName: '指标.csv',
    rows: [
      budgetLine('B0', '2024', '1000.00'),
      budgetLine('B1', '2025', '1000.00'),
      budgetLine('B2', '2025', '500.50', {
        agency_code: '102',
        agency_name: '市住建局',
        account: '政府性基金预算',
      }),
    ],
  })
  await loadRows(warehouse, {
    kind: 'payments',
    fileName: '支付.csv',
    rows: [
      payment('P0', '200.00', { bgt_id: 'B0', fiscal_year: '2024', pay_date: '2024-03-01' }),
      payment('P00', '800.00', { bgt_id: 'B0', fiscal_year: '2024', pay_date: '2024-12-01' }),
      payment('P1', '100.10', { pay_date: '2025-01-05', payee_acct_no: '6222000011112222' }),
      payment('P2', '200.20', { pay_date: '2025-03-05' }),
    ],
  })
}

async function fillSealed(warehouse: Warehouse): Promise<void> {
  const row = petition('T9', { body: sealed, created_at: '2025-02-21T02:00:00Z' })
  const file = { kind: 'petitions' as const, fileName: '封存.csv', rows: [row] }
  await warehouse.write((batch) =>
    batch.load(requestFor(file), async (sink) => {
      const values = rawColumns('petitions').map((name) => row[name] ?? null)
      const text = '请拨打 13900000000 与我联系，小区停车难。'
      await sink.accept([
        { values, extra: null, sheet: null, rowNumber: 2, sealed: [{ column: 'body', text }] },
      ])
      return { rowsRead: 1, judge: unjudged }
    }),
  )
}

async function fillAnalysis(warehouse: Warehouse): Promise<void> {
  const at = '2026-03-01T01:00:00Z'
  const topic = (id: string, rank: number, heat: number, voices: number) => ({
    topic_id: id,
    rank,
    title: rank === 1 ? '路灯不亮' : '道路积水',
    description: '示例',
    heat,
    heat_parts: { volume: { value: voices, score: 0.5, weight: 0.4, explain: `共 ${voices} 件` } },
    voices,
    matters: voices,
    growth: rank === 1 ? 0.1 : 0.9,
    breadth: 1,
    unresolved_share: 0.5,
    from_date: '2025-01-10',
    to_date: '2025-02-20',
    places: ['东川区'],
    people: ['居民'],
    category_1: '城建',
    lifecycle: '上升',
    keywords: ['路灯'],
    computed_at: at,
  })
  const run = { fingerprint: 'test', startedAt: new Date(at) }
  const member = (topicId: string, voiceId: string) => ({
    topic_id: topicId,
    voice_id: voiceId,
    matter_id: voiceId,
    similarity: 1,
    is_typical: true,
  })
  await warehouse.writeResults(
    'topics',
    [
      { table: 'topics', rows: [topic('K1', 1, 0.9, 3), topic('K2', 2, 0.4, 2)] },
      {
        table: 'topic_members',
        rows: [
          ...['petitions:T1', 'petitions:T2', 'petitions:T3'].map((id) => member('K1', id)),
          ...['suggestions:S1', 'suggestions:S2'].map((id) => member('K2', id)),
        ],
      },
      {
        table: 'topic_weeks',
        rows: [{ topic_id: 'K1', week_start: '2025-01-06', voices: 1, expected: 0.5 }],
      },
    ],
    run,
  )
  await warehouse.writeResults(
    'classify',
    [
      {
        table: 'voice_classes',
        rows: [
          {
            voice_id: 'petitions:T1',
            level_1: '城乡建设',
            level_2: '市政设施',
            confidence: 0.8,
            bucket: 'accept',
            deciding_words: ['路灯'],
            model: 'test',
          },
        ],
      },
    ],
    run,
  )
  await fillFindings(warehouse, at)
}

async function fillFindings(warehouse: Warehouse, at: string): Promise<void> {
  const finding = (id: string, severity: string, unit: string) => ({
    finding_id: id,
    rule: 'B12',
    rule_name: '年末突击花钱',
    rule_version: '1',
    severity,
    certainty: '线索',
    agency_code: unit,
    unit: '示例单位',
    fiscal_year: 2025,
    matter: '示例事项',
    amount: '200.20',
    text: '示例说明',
    formula: 'a / b',
    formula_filled: '200.20 / 300.30 = 0.67',
    clause: '示例条款',
    clause_text: '示例条文',
    threshold: { 占比: 0.4 },
    innocent_causes: ['合同约定年末结算'],
    evidence: [{ label: '占比', value: 0.67 }],
    score: 1,
    data_date: '2025-03-05',
    computed_at: at,
  })
  await warehouse.writeResults(
    'budget',
    [
      { table: 'findings', rows: [finding('F1', '橙', '101'), finding('F2', '红', '102')] },
      {
        table: 'finding_rows',
        rows: [
          {
            finding_id: 'F1',
            position: 1,
            kind: 'payments',
            record_key: 'P2',
            source_file: '支付.csv',
            row_number: 5,
            amount: '200.20',
            note: '示例',
          },
        ],
      },
      {
        table: 'rule_status',
        rows: [
          { rule: 'B12', name: '年末突击花钱', status: 'applied', findings: 2, suppressed: 0, version: '1' },
          {
            rule: 'B38',
            name: '示例规则',
            status: 'not_applicable',
            why: '没有采购数据',
            findings: 0,
            suppressed: 0,
          },
        ],
      },
    ],
    { fingerprint: 'test', startedAt: new Date(at) },
  )
}
