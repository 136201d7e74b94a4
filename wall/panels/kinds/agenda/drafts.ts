import { defineKind } from '../../define-kind.ts'
import { integer, monthDay, short, withoutSharedPlace } from '../../words.ts'
import { agendaSources, commentSources } from '../sources.ts'
import { topicLimit } from '../voices/topics.ts'
import { draftFact, isUnderWay, readDrafts, standing, type Draft } from './draft.ts'

export const draftList = defineKind({
  id: 'drafts.list',
  name: '法规草案进展',
  question: '在审的法规走到哪一步，下次什么时候上会？',
  form: 'list',
  options: [topicLimit],
  sources: [[...agendaSources, ...commentSources]],
  definition:
    '每部法规草案最近一次有结果的审议阶段和下一次列入议题的会议；名称去掉书名号和括注后相同的算同一部',
  load: readDrafts,
  answer: (rows, { options }) => {
    const headline = draftsHeadline(rows)
    if (rows.length === 0) return { headline, content: null, missingReason: '还没有载入会议议题' }
    const shown = [...rows.filter(isUnderWay), ...rows.filter((row) => !isUnderWay(row))].slice(
      0,
      Number(options['limit']),
    )
    const nameOf = withoutSharedPlace(rows.map(({ draft_name }) => draft_name))
    return {
      headline,
      content: {
        form: 'list',
        columns: [
          { label: '法规', align: 'start' },
          { label: '阶段', align: 'start' },
          { label: '下次上会', align: 'end' },
          { label: '意见', align: 'end' },
        ],
        rows: shown.map((row) => ({
          id: row.draft_name,
          cells: [
            short(nameOf(row.draft_name), 14),
            standing(row),
            row.next_on === null ? '—' : monthDay(row.next_on),
            integer(row.comments),
          ],
          status: row.result === '通过' ? 'ok' : null,
        })),
      },
    }
  },
  fact: draftFact,
})

/** How many are on their way and which comes up next; several on one day are counted. */
export function draftsHeadline(drafts: readonly Draft[]): string {
  const running = drafts.filter(isUnderWay)
  if (drafts.length === 0) return '还没有法规草案'
  if (running.length === 0) return `${integer(drafts.length)} 部法规都已通过`
  const days = running.flatMap(({ next_on }) => next_on ?? []).sort()
  const next = days[0]
  if (next === undefined) return `${integer(running.length)} 部法规在审，未列入后面的会议`
  const together = days.filter((day) => day === next).length
  return `${integer(running.length)} 部法规在审，${monthDay(next)}上会 ${together} 部`
}
