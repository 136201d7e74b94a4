import { type Rule } from '../rule.ts'
import { unbudgetedPayment } from './b01-unbudgeted-payment.ts'
import { overBudgetLine } from './b02-over-budget-line.ts'
import { lateGeneralTransfer } from './b05-late-general-transfer.ts'
import { lateSpecialTransfer } from './b06-late-special-transfer.ts'
import { frequentAdjustment } from './b09-frequent-adjustment.ts'
import { slowExecution } from './b12-slow-execution.ts'
import { zeroExecution } from './b13-zero-execution.ts'
import { yearEndRush } from './b14-year-end-rush.ts'
import { threePublicOverBudget } from './b18-three-public.ts'
import { cashPayment } from './b22-cash-payment.ts'
import { largeCash } from './b23-large-cash.ts'
import { largeToPerson } from './b25-large-to-person.ts'
import { splitPayment } from './b27-split-payment.ts'
import { bunching } from './b28-bunching.ts'
import { splitProcurement } from './b29-split-procurement.ts'
import { supplementOverTenth } from './b30-supplement-over-tenth.ts'
import { latePublication } from './b31-late-publication.ts'
import { duplicatePayment } from './b36-duplicate-payment.ts'
import { holidayPayment } from './b38-holiday-payment.ts'
import { roundAmounts } from './b39-round-amounts.ts'
import { benfordDeviation } from './b48-benford.ts'

/** Every rule that has code, in the order of its id. */
export const budgetRules: readonly Rule[] = [
  unbudgetedPayment,
  overBudgetLine,
  lateGeneralTransfer,
  lateSpecialTransfer,
  frequentAdjustment,
  slowExecution,
  zeroExecution,
  yearEndRush,
  threePublicOverBudget,
  cashPayment,
  largeCash,
  largeToPerson,
  splitPayment,
  bunching,
  splitProcurement,
  supplementOverTenth,
  latePublication,
  duplicatePayment,
  holidayPayment,
  roundAmounts,
  benfordDeviation,
]
