import { wallQueries } from '#warehouse'
import { defineKind } from '../../define-kind.ts'
import { integer, percent, sumOf } from '../../words.ts'
import { suggestionSources } from '../sources.ts'

interface Result {
  readonly result: string
  readonly suggestions: number
}

const words: Readonly<Record<string, string>> = {
  A: 'A 已解决',
  B: 'B 列入计划',
  C: 'C 暂难解决',
  D: 'D 留作参考',
}

export const suggestionResults = defineKind({
  id: 'suggestions.results',
  name: '办理结果',
  question: '答复了的建议，多少真正解决了？',
  form: 'bars',
  sources: [suggestionSources],
  definition:
    '已答复代表建议按承办单位标明的办理结果计数：A 已经解决，B 正在解决或列入计划，C 因条件所限暂难解决，D 留作参考',
  load: ({ warehouse }) => warehouse.query(wallQueries.suggestionResults, {}),
  answer: (rows) => {
    const headline = resultsHeadline(rows)
    if (rows.length === 0) return { headline, content: null }
    return {
      headline,
      content: {
        form: 'bars',
        unit: '件',
        items: rows.map(({ result, suggestions }) => ({
          id: result,
          label: words[result] ?? result,
          value: suggestions,
          note: percent(suggestions / sumOf(rows, (row) => row.suggestions), 0),
          status: null,
        })),
        reference: null,
      },
    }
  },
})

export function resultsHeadline(rows: readonly Result[]): string {
  const total = sumOf(rows, ({ suggestions }) => suggestions)
  if (total === 0) return '还没有答复的建议'
  const solved = rows.find(({ result }) => result === 'A')?.suggestions
  if (solved === undefined) return `${integer(total)} 件已答复，没有标明已解决的`
  return `已答复的 ${integer(total)} 件中 ${percent(solved / total, 0)} 已解决`
}
