import { defineKind } from '../../define-kind.ts'
import { named, short } from '../../words.ts'
import { projectSources } from '../sources.ts'
import { tolerance, definition, readProjects, lit, missing, projectFact, type Lit } from './project.ts'

export const projectProgress = defineKind({
  id: 'projects.progress',
  name: '实事完成比例',
  question: '每件实事完成了多少，该完成多少？',
  form: 'progress',
  options: [tolerance],
  sources: [projectSources],
  metric: 'projects_done_rate',
  definition,
  load: readProjects,
  answer: (rows, { today, options }) => {
    const projects = lit(rows, today, options)
      .filter(({ progress }) => progress !== null)
      .sort((a, b) => lag(b) - lag(a) || (a.record_key < b.record_key ? -1 : 1))
    const headline = projectProgressHeadline(projects)
    if (projects.length === 0) return { headline, ...missing }
    return {
      headline,
      content: {
        form: 'progress',
        unit: '%',
        rows: projects.slice(0, 6).map(({ record_key, title, progress, lamp }) => ({
          id: record_key,
          label: short(title, 12),
          done: progress === null ? null : Math.round(progress * 100),
          total: 100,
          rate: progress,
          expected: lamp.expected,
          note: lamp.word,
          status: lamp.status,
        })),
      },
    }
  },
  fact: projectFact,
})

function lag({ lamp, progress }: Lit): number {
  return (lamp.expected ?? 0) - (progress ?? 0)
}

/** How far behind the one furthest behind is. */
export function projectProgressHeadline(
  projects: readonly Pick<Lit, 'title' | 'lamp' | 'progress'>[],
): string {
  const [first] = projects
  if (!first) return '还没有进度报告'
  const behind = Math.round(((first.lamp.expected ?? 0) - (first.progress ?? 0)) * 100)
  return behind > 0
    ? named(first.title, `慢 ${behind} 个百分点`)
    : `${projects.length} 件有报告的都不慢于时间进度`
}
