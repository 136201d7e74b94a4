import { resolve } from 'node:path'
import { Command, CommanderError, Option } from 'commander'
import { loadConfig } from '#config'
import { exitCodes, reportFailure } from './failure.ts'
import type { Action, AddTo } from './invocation.ts'
import { createOutput } from './output.ts'
import { addAccount } from './program/account.ts'
import { addBudget } from './program/budget.ts'
import { addClassify } from './program/classify.ts'
import { addIngest } from './program/ingest.ts'
import { addLoads } from './program/loads.ts'
import { addQuarantine } from './program/quarantine.ts'
import { addQuery } from './program/query.ts'
import { addReplies } from './program/replies.ts'
import { addRun } from './program/run.ts'
import { addServe } from './program/serve.ts'
import { addSources } from './program/sources.ts'
import { addTemplate } from './program/template.ts'
import { addTopics } from './program/topics.ts'
import { usageText } from './usage-text.ts'

const subcommands = [
  addIngest,
  addTemplate,
  addLoads,
  addQuarantine,
  addRun,
  addTopics,
  addReplies,
  addBudget,
  addClassify,
  addQuery,
  addServe,
  addAccount,
  addSources,
] as const

/**
 * Parses and runs one command line.
 * @returns the exit code: 0 done, 1 error, 2 done but something was refused
 */
export async function runProgram(argv: readonly string[]): Promise<number> {
  let exitCode: number = exitCodes.done
  let json = argv.includes('--json')
  const program = new Command('huizhi')
    .description('大数据慧治：数据接入、民意分析、预算监督、大屏')
    .exitOverride()
    .enablePositionalOptions()
    .configureOutput({
      outputError: (text, write) => {
        write(usageText(text))
      },
    })
    .helpOption('-h, --help', '显示帮助')
    .helpCommand('help [command]', '显示某个命令的帮助')

  const add: AddTo = (parent, name, description) => {
    const command = parent
      .command(name)
      .description(description)
      .addOption(new Option('--data-dir <目录>', '数据目录（默认 ./data 或环境变量 HUIZHI_DATA_DIR）'))
      .option('--json', '标准输出只写一个 JSON 文档', false)
      .helpOption('-h, --help', '显示帮助')
    const act: Action = async (work) => {
      const options = command.opts<{ dataDir?: string; json: boolean }>()
      json = options.json
      const loaded = loadConfig()
      const config = options.dataDir === undefined ? loaded : { ...loaded, dataDir: resolve(options.dataDir) }
      exitCode = await work({ config, output: createOutput(json), now: () => new Date() })
    }
    return { command, act }
  }
  for (const addCommand of subcommands) {
    addCommand(program, add)
  }

  try {
    await program.parseAsync(argv, { from: 'user' })
    return exitCode
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.failed
    return reportFailure(error, json)
  }
}
