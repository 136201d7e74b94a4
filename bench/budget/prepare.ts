// Invented marts of one size in a file, the running year's last month held back: node bin/tsx.cjs bench/budget/prepare.ts PAYMENTS FILE
import { scaleBudget } from '../../data-samples/generator/scale/index.ts'
import { growMarts, holdLastMonth } from './grow.ts'
import { BudgetMarts } from './marts.ts'
import { scaleRecords } from './scale-rows.ts'

/** Payments made row by row; more are copies of them under other names. */
const base = 50_000

async function main(payments: number, path: string): Promise<void> {
  const marts = await BudgetMarts.open(path)
  const parts = [...scaleBudget({ seed: 'bench', payments: Math.min(payments, base), plantings: 1 })]
  await marts.fill(scaleRecords(parts))
  await growMarts(marts, Math.max(0, Math.round(payments / base) - 1))
  await holdLastMonth(marts)
  marts.close()
}

await main(Number(process.argv[2]), process.argv[3] ?? '')
