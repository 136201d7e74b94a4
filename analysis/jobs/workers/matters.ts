import {
  linkShare,
  standAll,
  type LinkData,
  type SketchTable,
  type StandingTable,
} from '../../matters/index.ts'

/** Sketches and links lie in memory that all threads see. */
export type MatterTask =
  { table: SketchTable; share: number; shares: number } | { table: SketchTable; links: LinkData }

/** Links voices by a share of their keys, or places all of them by their links. */
export default function matterTask(task: MatterTask): LinkData | StandingTable {
  return 'links' in task ? standAll(task.table, task.links) : linkShare(task.table, task.share, task.shares)
}
