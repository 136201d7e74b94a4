import type { WallCommand } from '#contract'
import { caughtUp, drillSeen, isPanelSeen, shownScene, type Standing } from './fold.ts'
import { hasScene, slotsAt } from './slots.ts'
import type { GivenCommand, ScriptState } from './state.ts'
import { beginTurn, step, visit, type Turn } from './turn.ts'

/** A drill returns by itself. */
const drillMs = 30_000
/** Somebody who uses a wall that is black by schedule wants to see it for a while. */
const awakeMs = 30 * 60_000

interface Call {
  readonly state: ScriptState
  readonly standing: Standing
  /** When the command was given, ms: a lasting one may be days old. */
  readonly at: number
}

type Paging = Extract<
  WallCommand,
  { type: 'next' | 'previous' | 'goto' | 'pin' | 'unpin' | 'pause' | 'resume' }
>

/** Carries a command out. */
export function obey(state: ScriptState, standing: Standing, given: GivenCommand): Standing {
  return { ...carryOut({ state, standing, at: given.at }, given.command), last: given }
}

function carryOut(call: Call, command: WallCommand): Standing {
  const { state, standing, at } = call
  switch (command.type) {
    case 'blank':
      return { ...standing, isBlank: true, drill: null }
    case 'unblank':
      return woken(call)
    case 'meeting':
      return assembled(call, command.scenes)
    case 'meeting-end':
      return dispersed(state, standing)
    case 'theme':
      return { ...standing, theme: command.theme }
    case 'reload':
      return { ...standing, reloads: Math.floor(at / 1000) }
    case 'open':
      return opened(call, command.panel, command.item)
    case 'close':
      return closed(call)
    default:
      return page(call, command)
  }
}

function page(call: Call, command: Paging): Standing {
  const { state, standing } = call
  switch (command.type) {
    case 'next':
      return turned(call, (turn) => step(turn, 1))
    case 'previous':
      return turned(call, (turn) => step(turn, -1))
    case 'goto':
      return isWelcome(state, standing, command.scene)
        ? turned(call, (turn) => visit(turn, command.scene))
        : standing
    case 'pin':
      return isWelcome(state, standing, command.scene)
        ? { ...woken(call), pinned: command.scene, isPaused: false, drill: null }
        : standing
    case 'unpin':
      return released(standing)
    case 'pause':
      return { ...released(woken(call)), isPaused: true }
    case 'resume':
      return caughtUp(state, { ...released(woken(call)), isPaused: false })
  }
}

/** Scenes that may be gone to: those that exist, in a meeting only the chosen ones. */
export function isWelcome(state: ScriptState, { meeting }: Standing, scene: string): boolean {
  return hasScene(state, scene) && (meeting === null || meeting.includes(scene))
}

function turned(call: Call, move: (turn: Turn) => Turn): Standing {
  const free = released(woken(call))
  const { turn } = caughtUp(call.state, { ...free, isPaused: false })
  return { ...free, turn: move(turn), drill: null }
}

/** Lit for a while whatever the schedule says, and without the alert that was on. */
function woken({ standing, at }: Call): Standing {
  return { ...standing, isBlank: false, awakeUntil: at + awakeMs, dismissedAt: at }
}

/** The rotation takes over from the scene that was pinned. */
function released(standing: Standing): Standing {
  if (standing.pinned === null) return standing
  return { ...standing, pinned: null, turn: visit(standing.turn, standing.pinned) }
}

function assembled({ state, standing, at }: Call, named: readonly string[]): Standing {
  const chosen = (named.length > 0 ? named : state.script.meeting).filter((scene) => hasScene(state, scene))
  const meeting = chosen.length > 0 ? chosen : [shownScene(standing)]
  const turn = beginTurn(slotsAt(state, meeting, standing.at))
  return { ...standing, meeting, turn, pinned: null, drill: null, dismissedAt: at }
}

function dispersed(state: ScriptState, standing: Standing): Standing {
  if (standing.meeting === null) return standing
  const turn = beginTurn(slotsAt(state, null, standing.at))
  return { ...standing, meeting: null, pinned: null, turn, drill: null }
}

/** First the card, then the alert. */
function closed({ state, standing, at }: Call): Standing {
  if (drillSeen(state, standing, at) !== null) return { ...standing, drill: null }
  return { ...standing, drill: null, dismissedAt: at }
}

/** Panels are named `scene/panel`; only one that is on the wall opens. */
function opened({ state, standing, at }: Call, panel: string, item: string): Standing {
  if (!isPanelSeen(state, standing, panel, at)) return standing
  return { ...standing, drill: { panel, item, until: at + drillMs } }
}
