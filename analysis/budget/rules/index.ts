import { type Rule } from '../rule.ts'
import { unbudgetedPayment } from './b01-unbudgeted-payment.ts'
import { overBudgetLine } from './b02-over-budget-line.ts'
import { slowExecution } from './b12-slow-execution.ts'
import { yearEndRush } from './b14-year-end-rush.ts'
import { threePublicOverBudget } from './b18-three-public.ts'
import { splitPayment } from './b27-split-payment.ts'
import { duplicatePayment } from './b36-duplicate-payment.ts'
import { holidayPayment } from './b38-holiday-payment.ts'

/** Every rule that has code, in the order of its id. */
export const budgetRules: readonly Rule[] = [
  unbudgetedPayment,
  overBudgetLine,
  slowExecution,
  yearEndRush,
  threePublicOverBudget,
  splitPayment,
  duplicatePayment,
  holidayPayment,
]
