import { type Rule } from '../rule.ts'
import { unbudgetedPayment } from './b01-unbudgeted-payment.ts'
import { overBudgetLine } from './b02-over-budget-line.ts'
import { beforeApproval } from './b03-before-approval.ts'
import { lateReply } from './b04-late-reply.ts'
import { lateGeneralTransfer } from './b05-late-general-transfer.ts'
import { lateSpecialTransfer } from './b06-late-special-transfer.ts'
import { lowAdvance } from './b07-low-advance.ts'
import { unapprovedChange } from './b08-unapproved-change.ts'
import { frequentAdjustment } from './b09-frequent-adjustment.ts'
import { reserve } from './b10-reserve.ts'
import { surplusRevenue } from './b11-surplus-revenue.ts'
import { slowExecution } from './b12-slow-execution.ts'
import { zeroExecution } from './b13-zero-execution.ts'
import { yearEndRush } from './b14-year-end-rush.ts'
import { carriedTwice } from './b15-carried-twice.ts'
import { largeCarryOver } from './b16-large-carry-over.ts'
import { idleFunds } from './b17-idle-funds.ts'
import { threePublicOverBudget } from './b18-three-public.ts'
import { threePublicGrowth } from './b19-three-public-growth.ts'
import { hiddenThreePublic } from './b20-hidden-three-public.ts'
import { meetingTravel } from './b21-meeting-travel.ts'
import { cashPayment } from './b22-cash-payment.ts'
import { largeCash } from './b23-large-cash.ts'
import { ownAccount } from './b24-own-account.ts'
import { largeToPerson } from './b25-large-to-person.ts'
import { withoutCard } from './b26-without-card.ts'
import { splitPayment } from './b27-split-payment.ts'
import { bunching } from './b28-bunching.ts'
import { splitProcurement } from './b29-split-procurement.ts'
import { supplementOverTenth } from './b30-supplement-over-tenth.ts'
import { latePublication } from './b31-late-publication.ts'
import { largeDeposit } from './b32-large-deposit.ts'
import { lateToSmallFirms } from './b33-late-to-small-firms.ts'
import { singleBidder } from './b34-single-bidder.ts'
import { equalBids } from './b35-equal-bids.ts'
import { duplicatePayment } from './b36-duplicate-payment.ts'
import { purposeSubject } from './b37-purpose-subject.ts'
import { holidayPayment } from './b38-holiday-payment.ts'
import { roundAmounts } from './b39-round-amounts.ts'
import { oldReceivables } from './b40-old-receivables.ts'
import { debtLimit } from './b41-debt-limit.ts'
import { interestShare } from './b42-interest-share.ts'
import { debtRatio } from './b43-debt-ratio.ts'
import { bondCurrent } from './b44-bond-current.ts'
import { overEstimate } from './b45-over-estimate.ts'
import { disclosure } from './b46-disclosure.ts'
import { finalDeviation } from './b47-final-deviation.ts'
import { benfordDeviation } from './b48-benford.ts'
import { thinTreasury } from './b49-thin-treasury.ts'
import { isolation } from './s01-isolation.ts'

/** Every rule that has code, in the order of its id. */
export const budgetRules: readonly Rule[] = [
  unbudgetedPayment,
  overBudgetLine,
  beforeApproval,
  lateReply,
  lateGeneralTransfer,
  lateSpecialTransfer,
  lowAdvance,
  unapprovedChange,
  frequentAdjustment,
  reserve,
  surplusRevenue,
  slowExecution,
  zeroExecution,
  yearEndRush,
  carriedTwice,
  largeCarryOver,
  idleFunds,
  threePublicOverBudget,
  threePublicGrowth,
  hiddenThreePublic,
  meetingTravel,
  cashPayment,
  largeCash,
  ownAccount,
  largeToPerson,
  withoutCard,
  splitPayment,
  bunching,
  splitProcurement,
  supplementOverTenth,
  latePublication,
  largeDeposit,
  lateToSmallFirms,
  singleBidder,
  equalBids,
  duplicatePayment,
  purposeSubject,
  holidayPayment,
  roundAmounts,
  oldReceivables,
  debtLimit,
  interestShare,
  debtRatio,
  bondCurrent,
  overEstimate,
  disclosure,
  finalDeviation,
  benfordDeviation,
  thinTreasury,
  isolation,
]
