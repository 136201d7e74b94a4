import type { EmbargoItem, StageState, Viewing, WallDeviceItem, WallMapItem, WallTemplate } from '#contract'

/** Words for what walls are and do. */
export const modeWords: Readonly<Record<StageState['mode'], string>> = {
  playing: '轮播中',
  paused: '已暂停',
  pinned: '已固定',
  alert: '预警插播',
  meeting: '会议模式',
  blank: '黑屏',
}
export const viewingWords: Readonly<Record<Viewing, string>> = {
  near: '近处（2.5 倍屏高以内）',
  hall: '大厅',
  single: '单题',
}
export const mapStateWords: Readonly<Record<WallMapItem['state'], string>> = {
  wall: '● 上墙',
  ready: '○ 未上墙',
  preview: '▲ 只能预览',
}
export const templateNames: readonly WallTemplate[] = ['16:9', '21:9', '32:9', '48:9', '9:16']
export const deviceWords: Readonly<Record<WallDeviceItem['state'], string>> = {
  active: '● 在用',
  revoked: '■ 已撤销',
  expired: '▲ 已过期',
}
export const themeWords: Readonly<Record<StageState['theme'], string>> = {
  blue: '深蓝',
  'red-gold': '红金',
  light: '浅色',
}
export const scopeWords: Readonly<Record<EmbargoItem['scope'], string>> = {
  topic: '热点',
  unit: '单位',
  draft: '法规草案',
  project: '项目',
  district: '地区',
  word: '词语',
}

/** Seconds as 分:秒. */
export function minutesOf(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds))
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}
