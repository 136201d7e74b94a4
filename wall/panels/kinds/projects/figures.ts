import { figuresKind } from '../../figures-kind.ts'
import { integer } from '../../words.ts'
import { projectSources } from '../sources.ts'

export const projectFigures = figuresKind({
  id: 'projects.figures',
  name: '民生实事数字',
  question: '今年的民生实事完成了几件？',
  sources: [projectSources],
  figures: [
    { metric: 'projects_total' },
    { metric: 'projects_done_rate' },
    { metric: 'projects_mean_progress' },
    { metric: 'projects_unreported', status: (value) => (value > 0 ? 'warn' : 'ok') },
  ],
  headline: (valueOf) => projectsHeadline(valueOf('projects_total'), valueOf('projects_done_rate')),
})

export function projectsHeadline(total: number | null, doneRate: number | null): string {
  if (total === null || total === 0) return '还没有民生实事项目'
  if (doneRate === null) return `${integer(total)} 件实事，还没有进度报告`
  const done = Math.round(total * doneRate)
  return done === total
    ? `${integer(total)} 件实事全部完成`
    : `${integer(total)} 件实事完成 ${integer(done)} 件`
}
