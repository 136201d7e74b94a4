export { createSketchReader, digestOf, SKETCH_VERSION, type SketchConfig, type SketchRow } from './reader.ts'
export { fillBuckets, WINDOW, type BucketWindows } from './bucket-windows.ts'
export {
  groupSketches,
  linkShare,
  sizeOf,
  standAll,
  type Grouping,
  type LinkTask,
  type StandingTable,
} from './group.ts'
export { emptyKeys, fillKeys, keysAt, type KeyTable } from './key-table.ts'
export { emptyLinks, LinkTable, type LinkData } from './link-table.ts'
export { updateMatters, type SettledVoice } from './update.ts'
export type {
  BucketMember,
  ChangedVoice,
  GroupedVoice,
  MatterStore,
  StoredVoice,
  VoiceLink,
} from './store.ts'
export { sketchFromRow, sketchFromText, STRIDE, TEXT_LENGTH, type SketchTable } from './layout.ts'
export { findCampaign, type Campaign, type CampaignLetter } from './campaigns.ts'
export { comparePositions, copyId, matterId, positionOf } from './position.ts'
export type { MatterTier } from './relation.ts'
export { differenceOf, type Difference, type DifferencePart } from './difference.ts'
