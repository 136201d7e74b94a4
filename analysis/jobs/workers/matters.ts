import {
  fillBuckets,
  fillKeys,
  linkShare,
  standAll,
  type BucketWindows,
  type KeyTable,
  type LinkData,
  type LinkTask,
  type SketchTable,
  type StandingTable,
} from '../../matters/index.ts'

/** One step of grouping, or a share of it. All tables lie in memory that every thread sees. */
export type MatterTask =
  | { step: 'keys'; table: SketchTable; keys: KeyTable; share: number; shares: number }
  | { step: 'buckets'; keys: KeyTable; share: number; shares: number }
  | ({ step: 'links'; share: number; shares: number } & LinkTask)
  | { step: 'standings'; table: SketchTable; links: LinkData }

/** Keys and links are written where they belong; buckets and standings are returned. */
export default function matterTask(task: MatterTask): BucketWindows | StandingTable | null {
  switch (task.step) {
    case 'keys':
      fillKeys(task.table, task.keys, task.share, task.shares)
      return null
    case 'buckets':
      return fillBuckets(task.keys, task.share, task.shares)
    case 'links':
      linkShare(task, task.share, task.shares)
      return null
    case 'standings':
      return standAll(task.table, task.links)
  }
}
