import type { Command } from 'commander'
import type { AppConfig } from '#config'
import type { Output } from './output.ts'

/** What every subcommand starts from. */
export interface Invocation {
  readonly config: AppConfig
  readonly output: Output
  readonly now: () => Date
}

/** Runs a subcommand's work with the common options read; the work's number becomes the exit code. */
export type Action = (work: (invocation: Invocation) => Promise<number>) => Promise<void>

/** Adds `--data-dir` and `--json` to a subcommand and gives its action those options as an Invocation. */
export type AddTo = (parent: Command, name: string, description: string) => { command: Command; act: Action }
