import type { WallCommand, WallTheme } from '#contract'
import type { GivenCommand, ScriptState } from './state.ts'

const themeWords: Readonly<Record<WallTheme, string>> = { blue: '深蓝', 'red-gold': '红金', light: '浅色' }

const lasting: ReadonlySet<WallCommand['type']> = new Set([
  'pin',
  'unpin',
  'meeting',
  'meeting-end',
  'theme',
  'reload',
])

/**
 * Whether a command outlasts the day it was given on. Pause, blank and turning pages end at midnight, so that a wall
 * somebody forgot is alive again the next morning; a pin, a meeting and a theme stay until they are taken back.
 */
export function isLasting(command: WallCommand): boolean {
  return lasting.has(command.type)
}

/** Up to the instant, oldest first; of days before `since` only what lasts. */
export function commandsUntil(
  commands: readonly GivenCommand[],
  since: number,
  now: number,
): readonly GivenCommand[] {
  return commands
    .filter(({ at, command }) => at <= now && (at >= since || isLasting(command)))
    .toSorted((a, b) => a.at - b.at)
}

const plainWords: Readonly<Record<Exclude<WallCommand['type'], 'goto' | 'pin' | 'theme'>, string>> = {
  next: '下一屏',
  previous: '上一屏',
  unpin: '取消固定',
  pause: '暂停轮播',
  resume: '继续轮播',
  blank: '黑屏',
  unblank: '恢复显示',
  meeting: '会议模式',
  'meeting-end': '结束会议模式',
  reload: '重新载入',
  open: '打开事实卡',
  close: '返回',
}

/** What the wall says for two seconds after a command. */
export function toastOf(command: WallCommand, scenes: ScriptState['scenes']): string {
  if (command.type === 'theme') return `主题：${themeWords[command.theme]}`
  if (command.type !== 'goto' && command.type !== 'pin') return plainWords[command.type]
  const name = scenes.find(({ id }) => id === command.scene)?.name ?? '该场景不可用'
  return `${command.type === 'goto' ? '转到' : '固定'}：${name}`
}
