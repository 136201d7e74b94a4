import { runProgram } from './cli/program.ts'

/** The command line: `huizhi <command>`. Sets the process's exit code; see README for the commands. */
export async function main(argv: readonly string[]): Promise<void> {
  process.exitCode = await runProgram(argv)
}
