import type { MorningState, SourceRun } from '#contract'
import { formatInteger, type StatusLevel } from '#ui'

/** How a source stands, as shape, colour and word. */
export const morningWords: Readonly<Record<MorningState, { level: StatusLevel; word: string }>> = {
  broken: { level: 'bad', word: '配置有误' },
  missed: { level: 'bad', word: '没跑' },
  failed: { level: 'bad', word: '失败' },
  absent: { level: 'bad', word: '没到' },
  unbalanced: { level: 'warn', word: '未对平' },
  quarantined: { level: 'warn', word: '有隔离' },
  late: { level: 'warn', word: '晚了' },
  running: { level: 'idle', word: '正在接入' },
  waiting: { level: 'idle', word: '等待中' },
  never: { level: 'idle', word: '未接入过' },
  paused: { level: 'idle', word: '已暂停' },
  arrived: { level: 'ok', word: '到了' },
}

/** What there is to say when no source needs anything done. */
export function quietMorning(rows: readonly { readonly state: MorningState }[]): string {
  const counts = new Map<MorningState, number>()
  for (const { state } of rows) if (state !== 'arrived') counts.set(state, (counts.get(state) ?? 0) + 1)
  if (counts.size === 0) return '都按时到了'
  const words = [...counts].map(([state, count]) => `${formatInteger(count)} 个${morningWords[state].word}`)
  return `没有要处理的：${words.join('、')}`
}

export const sourceTypeWords: Readonly<Record<string, string>> = {
  folder: '监控文件夹',
  http: '网络接口',
  postgres: 'PostgreSQL 数据库',
  mysql: 'MySQL 数据库',
}

/** What became of a run. */
export function runState(run: SourceRun): { level: StatusLevel; word: string } {
  if (run.isMissed) return { level: 'bad', word: '没跑' }
  switch (run.outcome) {
    case 'arrived':
      return { level: 'ok', word: '有新数据' }
    case 'unchanged':
      return { level: 'ok', word: '与上次相同' }
    case 'empty':
      return { level: 'idle', word: '没有数据' }
    default:
      return { level: 'bad', word: '失败' }
  }
}

export const triggerWords: Readonly<Record<string, string>> = {
  schedule: '定时',
  watch: '文件到达',
  catch_up: '补跑',
  manual: '手动',
}
