import type { StageState, WallCommand } from '#contract'
import { ProblemError, request } from '#ui'

/** Tells the server what was done on the wall itself; the stage comes back through the stream. A refusal is ignored. */
export async function sendCommand(command: WallCommand): Promise<void> {
  try {
    await request<StageState>('/wall/remote', { body: { wall: null, command } })
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
  }
}
