import type { MorningState } from './state.ts'

/** How a source stands on a morning, in one word. */
export const morningWords: Readonly<Record<MorningState, string>> = {
  broken: '配置有误',
  missed: '没跑',
  failed: '失败',
  absent: '没到',
  unbalanced: '未对平',
  quarantined: '有隔离',
  late: '晚了',
  running: '正在接入',
  waiting: '等待中',
  never: '未接入过',
  paused: '已暂停',
  arrived: '到了',
}

/** States that ask for someone to act: counted as alerts. */
export const alertingStates: ReadonlySet<string> = new Set<MorningState>([
  'broken',
  'missed',
  'failed',
  'absent',
])
