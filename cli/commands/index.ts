import type { LocalHandler } from '#api'
import type { Command, CommandContext } from '../command.ts'
import { addAccountCommand } from './account.ts'
import { budgetBacktestCommand } from './budget-backtest.ts'
import { budgetCheckCommand } from './budget-check.ts'
import { budgetThresholdsCommand } from './budget-thresholds.ts'
import { ingestCommand } from './ingest.ts'
import { ingestPreviewCommand } from './ingest-preview.ts'
import {
  changeLoadsCommand,
  decideQuarantineCommand,
  exportQuarantineCommand,
  listLoadsCommand,
  listQuarantineCommand,
  replayQuarantineCommand,
  selectLoadsCommand,
} from './loads.ts'
import { linkCommand } from './link.ts'
import { queryCommand } from './query.ts'
import { repliesCommand, trainRepliesCommand } from './replies.ts'
import { runCommand } from './run.ts'
import { checkSourceCommand, dueSourcesCommand, listSourcesCommand, pullSourceCommand } from './sources.ts'
import { topicsCommand } from './topics.ts'

/** Every command that works on the warehouse, wherever it runs. */
const commands: readonly Command<never, unknown>[] = [
  addAccountCommand,
  budgetBacktestCommand,
  budgetCheckCommand,
  budgetThresholdsCommand,
  ingestCommand,
  ingestPreviewCommand,
  linkCommand,
  listLoadsCommand,
  selectLoadsCommand,
  changeLoadsCommand,
  listQuarantineCommand,
  exportQuarantineCommand,
  replayQuarantineCommand,
  decideQuarantineCommand,
  queryCommand,
  repliesCommand,
  trainRepliesCommand,
  runCommand,
  topicsCommand,
  checkSourceCommand,
  dueSourcesCommand,
  listSourcesCommand,
  pullSourceCommand,
]

/** The commands as the running server offers them to the local command line. */
export function localHandlers(context: Omit<CommandContext, 'progress'>): Record<string, LocalHandler> {
  return Object.fromEntries(
    commands.map((command) => [
      command.name,
      (args: unknown, progress: (data: unknown) => void) =>
        command.runUnknown({ ...context, progress }, args),
    ]),
  )
}
