import { Type } from 'typebox'
import { readSecret } from '#config'
import { Intake, type MorningRow, type RunResult } from '#ingest'
import { defineCommand, type CommandContext } from '../command.ts'

/** One source on the command line. */
export interface SourceLine {
  readonly name: string
  readonly title: string
  readonly type: string
  readonly state: MorningRow['state'] | 'broken'
  readonly reason: string
  readonly due_at: string | null
  readonly next_at: string | null
}

const actor = 'cli'

/** `huizhi sources list`: every declared source and how it stands. */
export const listSourcesCommand = defineCommand('sources-list', Type.Object({}), async (context) => {
  const { rows, errors } = await intakeOf(context).morning()
  const sources: SourceLine[] = rows.map((row) => ({
    name: row.source.name,
    title: row.source.settings.title,
    type: row.source.type,
    state: row.state,
    reason: row.reason,
    due_at: row.dueAt?.toISOString() ?? null,
    next_at: row.nextAt?.toISOString() ?? null,
  }))
  const broken: SourceLine[] = errors.map(({ place, message }) => ({
    name: place,
    title: place,
    type: '',
    state: 'broken',
    reason: message,
    due_at: null,
    next_at: null,
  }))
  return { sources: [...sources, ...broken] }
})

/** `huizhi sources check`: asks a source for its first rows; nothing is stored. */
export const checkSourceCommand = defineCommand(
  'sources-check',
  Type.Object({ name: Type.String() }),
  async (context, { name }) => {
    const intake = intakeOf(context)
    return intake.preview(await intake.find(name), AbortSignal.timeout(60_000))
  },
)

/** `huizhi sources pull`: one run now. */
export const pullSourceCommand = defineCommand(
  'sources-pull',
  Type.Object({ name: Type.String() }),
  async (context, { name }) => pull(context, name, null),
)

/** `huizhi sources due`: runs what is due or was missed, one after another; for a timer of the system's own. */
export const dueSourcesCommand = defineCommand('sources-due', Type.Object({}), async (context) => {
  const intake = intakeOf(context)
  const planned = new Map((await intake.plan('当时服务没有运行')).map((run) => [run.source, run.plannedAt]))
  const { rows } = await intake.morning()
  for (const { source, state, dueAt } of rows)
    if (state === 'missed' && !planned.has(source.name)) planned.set(source.name, dueAt)
  const results: ({ source: string } & Partial<RunResult> & { error?: string })[] = []
  for (const [source, plannedAt] of planned)
    try {
      results.push({ source, ...(await pull(context, source, plannedAt)) })
    } catch (error) {
      results.push({ source, outcome: 'failed', error: error instanceof Error ? error.message : '' })
    }
  return { results }
})

async function pull(context: CommandContext, name: string, plannedAt: Date | null): Promise<RunResult> {
  return intakeOf(context).run(name, {
    trigger: 'manual',
    plannedAt,
    actor,
    signal: new AbortController().signal,
    onProgress: ({ file, rows }) => {
      context.progress(`${file}：已读 ${rows} 行`)
    },
  })
}

function intakeOf({ warehouse, dataDir, now }: CommandContext): Intake {
  return new Intake({ warehouse, dataDir, now, secret: readSecret })
}
