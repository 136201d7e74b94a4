import type { PanelData, WallHeartbeat, WallPatch, WallSnapshot } from '#contract'
import { shareUnchanged } from './share-unchanged.ts'

/** What a wall knows of its stream. Only the functions below make a new one; none of them changes an old one. */
export interface LiveWall {
  readonly snapshot: WallSnapshot | null
  /** Patches that came before one that is missing, by number. */
  readonly held: readonly WallPatch[]
  /** The highest number the stream is known to have reached; null while the wall is out of touch. */
  readonly reached: number | null
}

const mostHeld = 100

/** A wall that starts with what the browser kept, if anything. */
export function startWall(kept: WallSnapshot | null): LiveWall {
  return { snapshot: kept, held: [], reached: null }
}

/** The stream broke: whatever is asked for next is newer than what is shown. */
export function loseTouch(wall: LiveWall): LiveWall {
  return { ...wall, held: [], reached: null }
}

/** Whether something was missed, so that a snapshot is to be asked for. */
export function needsSnapshot({ snapshot, reached }: LiveWall): boolean {
  return snapshot === null || reached === null || reached > snapshot.sequence
}

/** A snapshot of the stream, which replaces all: it comes in order, so it is always the newest. */
export function takeSnapshot(wall: LiveWall, snapshot: WallSnapshot): LiveWall {
  return replace({ ...wall, held: [], reached: null }, snapshot)
}

/** A snapshot that was asked for; it may have been overtaken by what the stream brought, and is then dropped. */
export function takeAnswer(wall: LiveWall, snapshot: WallSnapshot): LiveWall {
  return needsSnapshot(wall) ? replace(wall, snapshot) : wall
}

/** One patch: applied when it is the next, dropped when it is known, held when one before it is missing. */
export function takePatch(wall: LiveWall, patch: WallPatch): LiveWall {
  if (wall.snapshot !== null && patch.sequence <= wall.snapshot.sequence) return wall
  const others = wall.held.filter(({ sequence }) => sequence !== patch.sequence)
  const held = [...others, patch].sort((a, b) => a.sequence - b.sequence).slice(-mostHeld)
  return drain({ ...wall, held, reached: Math.max(wall.reached ?? 0, patch.sequence) })
}

/** A heartbeat names the stream's last number: a higher one than ours means that something was missed. */
export function takeHeartbeat(wall: LiveWall, { sequence }: WallHeartbeat): LiveWall {
  return sequence > (wall.reached ?? 0) ? { ...wall, reached: sequence } : wall
}

function replace(wall: LiveWall, next: WallSnapshot): LiveWall {
  const snapshot = shareUnchanged(wall.snapshot, next)
  const held = wall.held.filter((patch) => patch.sequence > snapshot.sequence)
  return drain({ snapshot, held, reached: Math.max(wall.reached ?? 0, snapshot.sequence) })
}

/** Applies the held patches that follow without a gap. */
function drain({ snapshot, held, reached }: LiveWall): LiveWall {
  const next = held[0]
  if (snapshot === null || next?.sequence !== snapshot.sequence + 1) return { snapshot, held, reached }
  return drain({ snapshot: applyPatch(snapshot, next), held: held.slice(1), reached })
}

function applyPatch(snapshot: WallSnapshot, patch: WallPatch): WallSnapshot {
  const scenes = shareUnchanged(snapshot.scenes, patch.scenes ?? snapshot.scenes)
  return {
    sequence: patch.sequence,
    serverTime: patch.serverTime,
    build: patch.build ?? snapshot.build,
    wall: shareUnchanged(snapshot.wall, patch.wall ?? snapshot.wall),
    stage: shareUnchanged(snapshot.stage, patch.stage ?? snapshot.stage),
    scenes,
    panels: mergePanels(snapshot, scenes, patch.panels ?? []),
    map: patch.map === undefined ? snapshot.map : patch.map,
  }
}

/** Panels in the order of the scenes; those no scene shows any more are gone. */
function mergePanels(
  snapshot: WallSnapshot,
  scenes: WallSnapshot['scenes'],
  changed: readonly PanelData[],
): PanelData[] {
  if (scenes === snapshot.scenes && changed.length === 0) return snapshot.panels
  const panels = new Map(snapshot.panels.map((panel) => [panel.key, panel]))
  for (const panel of changed) panels.set(panel.key, shareUnchanged(panels.get(panel.key), panel))
  return scenes
    .flatMap((scene) => scene.panels.map((panel) => panels.get(`${scene.id}/${panel.id}`)))
    .filter((panel) => panel !== undefined)
}
