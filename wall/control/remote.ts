import { randomUUID } from 'node:crypto'
import { Value } from 'typebox/value'
import { WallAlertKind, WallCommand, type Scene, type StageState } from '#contract'
import { wallStateQueries, wallStatements, type Warehouse } from '#warehouse'
import { WallError } from '../errors.ts'
import type { SceneStore } from '../editor/scene-store.ts'
import { toInstant } from '#calendar'
import { dayStart } from '../script/day.ts'
import { defaultScript } from '../script/default-script.ts'
import { isPanelSeen } from '../script/fold.ts'
import { isWelcome } from '../script/obey.ts'
import { stageOf, standingAt } from '../script/stage.ts'
import type { GivenCommand, ScriptState, WallAlert } from '../script/state.ts'
import type { ScriptStore } from './scripts.ts'

/** No alert has a wall for longer (see `AlertRule`). */
const longestAlertMs = 600_000

/** A command of the past with who gave it. */
export interface LoggedCommand extends GivenCommand {
  readonly actor: string
}

interface Parts {
  readonly warehouse: Warehouse
  readonly now: () => Date
  readonly scenes: SceneStore
  readonly scripts: ScriptStore
}

/** What walls show, and the commands that change it. Nothing is held in memory: a restart changes no wall. */
export class WallRemote {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** What stands on a wall now. */
  async stage(wallId: string): Promise<StageState> {
    const [state, now] = await this.#state(wallId)
    return stageOf(state, new Date(now))
  }

  /** Gives a wall a command. Errors: WALL_SCENE_UNKNOWN, WALL_PANEL_CLOSED. */
  async give(wallId: string, command: WallCommand, actor: string): Promise<StageState> {
    const [state, now] = await this.#state(wallId)
    check(state, command, now)
    const last = state.commands.at(-1)?.at ?? 0
    await this.#parts.warehouse.execute(wallStatements.addCommand, {
      command_id: randomUUID(),
      wall_id: wallId,
      // Two commands within a millisecond keep their order.
      given_ms: Math.max(now, last + 1),
      type: command.type,
      detail: JSON.stringify(command),
      actor,
    })
    return this.stage(wallId)
  }

  /** The last commands a wall was given, the newest first. */
  async log(wallId: string, limit: number): Promise<LoggedCommand[]> {
    const rows = await this.#parts.warehouse.query(wallStateQueries.commandLog, { wall_id: wallId, limit })
    return rows.flatMap((row) => toGiven(row).map((given) => ({ ...given, actor: row.actor })))
  }

  /** The state, and the time it is to be looked at: never before the last command. */
  async #state(wallId: string): Promise<[ScriptState, number]> {
    const now = this.#parts.now().getTime()
    const state = await this.#stateAt(wallId, now)
    return [state, Math.max(now, state.commands.at(-1)?.at ?? 0)]
  }

  async #stateAt(wallId: string, now: number): Promise<ScriptState> {
    const { warehouse, scenes, scripts } = this.#parts
    const since = dayStart(now)
    const [known, saved, commands, alerts] = await Promise.all([
      scenes.current(),
      scripts.find(wallId),
      warehouse.query(wallStateQueries.commands, { wall_id: wallId, since_ms: since }),
      warehouse.query(wallStateQueries.alerts, { since: toInstant(new Date(since - longestAlertMs)) }),
    ])
    return {
      script: saved?.script ?? defaultScript(known),
      startedAt: saved?.savedAt ?? 0,
      scenes: known.map(({ id, name }: Scene) => ({ id, name })),
      commands: commands.flatMap(toGiven),
      alerts: alerts.flatMap(toAlert),
    }
  }
}

function check(state: ScriptState, command: WallCommand, now: number): void {
  if (state.scenes.length === 0) throw new WallError('WALL_SCENE_UNKNOWN')
  const standing = standingAt(state, now)
  if ((command.type === 'goto' || command.type === 'pin') && !isWelcome(state, standing, command.scene))
    throw new WallError('WALL_SCENE_UNKNOWN')
  if (command.type === 'open' && !isPanelSeen(state, standing, command.panel, now))
    throw new WallError('WALL_PANEL_CLOSED')
}

/** A stored command that this version does not know is passed over. */
function toGiven({ given_ms, detail }: { given_ms: number; detail: string }): GivenCommand[] {
  const command: unknown = JSON.parse(detail)
  return Value.Check(WallCommand, command) ? [{ at: given_ms, command }] : []
}

function toAlert(row: { alert_id: string; kind: string; happened_at: string }): WallAlert[] {
  const { alert_id: id, kind } = row
  return Value.Check(WallAlertKind, kind) ? [{ id, kind, at: Date.parse(row.happened_at) }] : []
}
