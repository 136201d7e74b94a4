import { defineKind } from '../../define-kind.ts'
import { monthDay, short } from '../../words.ts'
import { projectSources } from '../sources.ts'
import { type Project } from './lamp.ts'
import { tolerance, definition, readProjects, lit, missing, projectFact } from './project.ts'

export const projectTimeline = defineKind({
  id: 'projects.timeline',
  name: '完成时限',
  question: '接下来哪几件要完成？',
  form: 'timeline',
  options: [tolerance],
  sources: [projectSources],
  definition,
  load: readProjects,
  answer: (rows, { today, options }) => {
    const dated = lit(rows, today, options)
      .filter(({ planned_at, lamp }) => planned_at !== null && lamp.word !== '完成')
      .sort((a, b) => ((a.planned_at ?? '') < (b.planned_at ?? '') ? -1 : 1))
    if (rows.length === 0) return { headline: timelineHeadline([], today), ...missing }
    return {
      headline: timelineHeadline(dated, today),
      content: {
        form: 'timeline',
        today,
        events: dated.slice(0, 8).map(({ record_key, planned_at, title, lamp }) => ({
          id: record_key,
          date: planned_at ?? today,
          label: short(title, 12),
          kind: '计划完成',
          note: lamp.word,
          status: lamp.status,
        })),
      },
    }
  },
  fact: projectFact,
})

export function timelineHeadline(open: readonly Pick<Project, 'planned_at'>[], today: string): string {
  const days = open.flatMap(({ planned_at }) => planned_at ?? [])
  const late = days.filter((day) => day < today).length
  const next = days.filter((day) => day >= today).sort()[0]
  if (days.length === 0) return '没有等待完成的实事'
  if (late > 0) return `${late} 件过了计划日还没有完成`
  return next === undefined ? '没有等待完成的实事' : `下一件 ${monthDay(next)}前完成`
}
