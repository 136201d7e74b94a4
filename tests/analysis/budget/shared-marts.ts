import { BudgetMarts } from '../../../bench/budget/marts.ts'

let opened: Promise<BudgetMarts> | undefined

/** One set of marts for all the files of a process: each check fills them anew. */
export function sharedMarts(): Promise<BudgetMarts> {
  opened ??= BudgetMarts.open()
  return opened
}
