import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runAnalysis } from '#analysis'
import { exportQueries, type Warehouse } from '#warehouse'
import { table } from '../../cli/output.ts'
import { loadBudget } from '../budget/load.ts'
import { scoreFindings, type Said, type Score } from '../budget/score.ts'
import { withDataHome } from './ingest.ts'

/** The approval day and the tendering limit are local: without them B03 and B29 do not speak. */
export const scaleSettings = 'thresholds:\n  B03: { approvedOn.2025: 20250124 }\n  B29: { limit: 4000000 }\n'
/** Seeds nobody looked at while the rules were set. */
const seeds = ['甲', '乙', '丙'] as const
const payments = 30_000

/** Runs the budget job on what the warehouse holds and reads what it found. */
export async function checkWarehouse(warehouse: Warehouse, dataDir: string): Promise<Said[]> {
  await writeFile(join(dataDir, 'budget-rules.yaml'), scaleSettings)
  const context = { warehouse, modelsDir: join(dataDir, 'models'), now: new Date(), log: () => undefined }
  await runAnalysis(context, { only: ['budget'] })
  const findings = await warehouse.query(exportQueries.findings, {})
  return findings.map((one) => ({
    rule: one.rule,
    unit: one.agency_code ?? '',
    year: one.fiscal_year ?? 0,
  }))
}

function scoreSeed(seed: string, plantings: number): Promise<Score> {
  return withDataHome(async (warehouse, dataDir) => {
    const truth = await loadBudget(warehouse, { seed, payments, plantings })
    return scoreFindings(truth, await checkWarehouse(warehouse, dataDir))
  })
}

/** Recall and precision over all rules together on invented budgets, and what a clean one raises. */
export async function measureInventedBudget(): Promise<string> {
  const scores: Score[] = []
  for (const seed of seeds) scores.push(await scoreSeed(seed, 2))
  const clean = await scoreSeed('无异常', 0)
  const rows = seeds.map((seed, index) => {
    const score = scores[index]
    return [seed, score?.findings ?? 0, score?.recall.toFixed(3) ?? '', score?.precision.toFixed(3) ?? '']
  })
  const missed = scores.flatMap(({ byRule }) =>
    [...byRule].flatMap(([rule, one]) =>
      one.found < one.planted || one.wrong > 0
        ? [`${rule} 漏 ${String(one.planted - one.found)} 错 ${String(one.wrong)}`]
        : [],
    ),
  )
  return [
    table(['种子', '疑点', '召回率', '准确率'], rows),
    `逐规则偏差：${missed.length === 0 ? '无' : missed.join('；')}`,
    `没有异常的一套预算：疑点 ${String(clean.findings)} 条`,
  ].join('\n')
}
