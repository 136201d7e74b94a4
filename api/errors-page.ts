import { thresholdErrors } from '#analysis'
import { caseworkErrors } from '#casework'
import { wallErrors } from '#wall'
import { apiErrors } from './error-catalogue.ts'
import { serverErrors } from './errors.ts'

/** One chapter of the page of error codes: a layer and what its codes mean. */
export interface ErrorChapter {
  readonly heading: string
  readonly codes: Readonly<Record<string, string>>
}

/** The codes of this layer; other layers hand in theirs. */
export function apiErrorChapters(): ErrorChapter[] {
  const http = Object.entries(apiErrors).map(
    ([code, entry]) => [code, `${entry.cause}（HTTP ${entry.status}）：${entry.title}`] as const,
  )
  return [
    { heading: '接口', codes: Object.fromEntries(http) },
    { heading: '服务与账号', codes: serverErrors },
    { heading: '预算规则的阈值', codes: thresholdErrors },
    { heading: '案件办理', codes: caseworkErrors },
    { heading: '大屏', codes: wallErrors },
  ]
}

/** Markdown of `docs/errors.md`, in the order given; codes sorted inside a chapter. */
export function renderErrorsPage(chapters: readonly ErrorChapter[]): string {
  const intro =
    '错误都有稳定的代码、原因和位置，不含任何数据内容。本页由代码生成（`npm run generate`），请勿手改。'
  const body = chapters.map(renderChapter)
  return ['# 错误代码', intro, ...body].join('\n\n') + '\n'
}

function renderChapter(chapter: ErrorChapter): string {
  const rows = Object.entries(chapter.codes)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([code, meaning]) => `| \`${code}\` | ${meaning.replaceAll('|', '\\|')} |`)
  return [`## ${chapter.heading}`, '', '| 代码 | 含义与处理 |', '| --- | --- |', ...rows].join('\n')
}
