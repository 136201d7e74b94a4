import { type Command } from 'commander'
import { alertingStates, morningWords, type RunResult } from '#ingest'
import {
  checkSourceCommand,
  dueSourcesCommand,
  listSourcesCommand,
  pullSourceCommand,
  type SourceLine,
} from '../commands/sources.ts'
import { dispatch } from '../dispatch.ts'
import { exitCodes } from '../failure.ts'
import type { AddTo } from '../invocation.ts'
import { table } from '../output.ts'

/** `huizhi sources list|check|pull|due` */
export function addSources(program: Command, add: AddTo): void {
  const sources = program.command('sources').description('数据来源：列出、测试、取数')

  const list = add(sources, 'list', '列出来源与今天的状态')
  list.command.action(() =>
    list.act(async ({ config, output, now }) => {
      const answer = await dispatch(listSourcesCommand, {}, { ...config, now, progress: output.progress })
      output.result(answer, () => describeSources(answer.sources))
      return answer.sources.some(({ state }) => alertingStates.has(state))
        ? exitCodes.refused
        : exitCodes.done
    }),
  )

  const check = add(sources, 'check', '测试来源：取第一页看看，不入库')
  check.command.argument('<名称>').action((name: string) =>
    check.act(async ({ config, output, now }) => {
      const preview = await dispatch(
        checkSourceCommand,
        { name },
        { ...config, now, progress: output.progress },
      )
      output.result(preview, () =>
        [
          `取到 ${preview.records} 条`,
          table(
            ['列', '对应字段'],
            preview.columns.map(({ header, field }) => [header, field ?? '（不认识，原样保留）']),
          ),
          ...(preview.missing.length > 0 ? [`缺少必需的列：${preview.missing.join('、')}`] : []),
        ].join('\n'),
      )
      return preview.missing.length > 0 ? exitCodes.refused : exitCodes.done
    }),
  )

  const pull = add(sources, 'pull', '立即从一个来源取数')
  pull.command.argument('<名称>').action((name: string) =>
    pull.act(async ({ config, output, now }) => {
      const result = await dispatch(
        pullSourceCommand,
        { name },
        { ...config, now, progress: output.progress },
      )
      output.result(result, () => describeRun(name, result))
      if (result.outcome === 'failed') return exitCodes.failed
      return result.quarantined > 0 || result.errors.length > 0 ? exitCodes.refused : exitCodes.done
    }),
  )

  const due = add(sources, 'due', '运行到点的和漏跑的来源')
  due.command.action(() =>
    due.act(async ({ config, output, now }) => {
      const answer = await dispatch(dueSourcesCommand, {}, { ...config, now, progress: output.progress })
      output.result(answer, () =>
        answer.results.length === 0
          ? '没有到点的来源'
          : answer.results.map((result) => describeRun(result.source, result)).join('\n'),
      )
      return answer.results.some(({ outcome }) => outcome === 'failed') ? exitCodes.failed : exitCodes.done
    }),
  )
}

const outcomeWords = {
  arrived: '有新数据',
  unchanged: '与上次相同',
  empty: '没有数据',
  failed: '失败',
} as const

function describeSources(sources: readonly SourceLine[]): string {
  if (sources.length === 0)
    return '还没有登记来源：在“数据来源”页面新建，或在 sources/ 下放一个 YAML 文件（见 docs/sources.md）'
  return table(
    ['名称', '来源', '状态', '原因'],
    sources.map(({ name, title, state, reason }) => [name, title, morningWords[state], reason]),
  )
}

function describeRun(name: string, result: Partial<RunResult> & { error?: string }): string {
  const { outcome = 'failed', rows = 0, accepted = 0, quarantined = 0, unchanged = 0 } = result
  const counts = `读 ${rows}，接收 ${accepted}，隔离 ${quarantined}，未变 ${unchanged}`
  const message = result.error ?? result.message ?? ''
  return `${name}：${outcomeWords[outcome]}（${counts}）${message}`
}
