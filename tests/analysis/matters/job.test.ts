import { matterQueries, type Warehouse } from '#warehouse'
import { loadRows, petition, type Row } from '#tests/loads.ts'
import { emptyWarehouse } from '#tests/warehouses.ts'
import { describe, expect, it } from 'vitest'
import { mattersJob } from '../../../analysis/jobs/matters.ts'
import { runJobs } from '../../../analysis/jobs/run.ts'
import { voicesJob } from '../../../analysis/jobs/voices.ts'

const NOW = new Date('2026-06-01T00:00:00Z')
const BODY =
  '我们是杏林花园小区的住户，小区南门外的夜市每天营业到凌晨两点，油烟和叫卖声让人无法休息，投诉多次没有结果，请求尽快规范。'

function letter(id: string, title: string, body: string, changes: Row = {}): Row {
  return petition(id, { title, body, author: `张示例${id}`, created_at: '2026-03-02T02:00:00Z', ...changes })
}

const FORM = Array.from({ length: 6 }, (_, index) =>
  letter(`f${String(index)}`, '杏林花园小区夜市扰民', BODY.replace('两点', `两点${String(index)}分`), {
    created_at: `2026-03-0${String(index + 2)}T02:00:00Z`,
  }),
)
const OTHERS = [
  letter('o1', '杏林花园小区门口夜市油烟', '杏林花园小区门口夜市油烟大，凌晨还在叫卖，请规范夜市。'),
  letter('o2', '咨询社保', '灵活就业人员社保缴费基数今年是多少，在哪里缴费，需要带什么材料。'),
  letter('o3', '银杏家园小区夜市扰民', BODY.replaceAll('杏林花园', '银杏家园')),
]

async function run(warehouse: Warehouse): Promise<string[]> {
  const lines: string[] = []
  const context = { warehouse, modelsDir: '/nowhere', now: NOW, log: (line: string) => void lines.push(line) }
  await runJobs([voicesJob, mattersJob], context)
  return lines
}

describe('mattersJob', () => {
  it('writes matters, texts and the label 疑似集中提交 with its evidence', async () => {
    const warehouse = await emptyWarehouse()
    try {
      await loadRows(warehouse, { kind: 'petitions', fileName: 'a.csv', rows: [...FORM, ...OTHERS] })
      const lines = await run(warehouse)
      expect(lines.join('')).toContain('9 件民意已归并事项')
      expect(lines.join('')).not.toContain('杏林')
      const rows = await warehouse.query(matterQueries.grouped, {
        ids: [...FORM, ...OTHERS].map((row) => `petitions:${row['petition_id'] ?? ''}`),
      })
      const first = (id: string) => rows.find((row) => row.voice_id === `petitions:${id}`)
      expect(new Set(FORM.map((row) => first(row['petition_id'] ?? '')?.first_voice)).size).toBe(1)
      expect(first('o1')?.first_voice).toBe(first('f0')?.first_voice)
      expect(first('o3')?.first_voice).toBe('petitions:o3')
      expect(first('o2')?.first_voice).toBe('petitions:o2')
    } finally {
      await warehouse.close()
    }
  })
})
