import { defineKind } from '../../define-kind.ts'
import { monthDay, named, short } from '../../words.ts'
import { projectSources } from '../sources.ts'
import { lampRule, type Lamp } from './lamp.ts'
import { tolerance, definition, readProjects, lit, missing, projectFact, worst } from './project.ts'

export const projectLamps = defineKind({
  id: 'projects.lamps',
  name: '民生实事亮灯',
  question: '票决的民生实事办得怎样？',
  form: 'lamps',
  options: [tolerance],
  sources: [projectSources],
  metric: 'projects_done_rate',
  definition,
  load: readProjects,
  answer: (rows, { today, options }) => {
    const projects = lit(rows, today, options)
    const headline = lampsHeadline(projects.map(({ title, lamp }) => ({ title, lamp })))
    if (projects.length === 0) return { headline, ...missing }
    return {
      headline,
      status: worst(projects),
      content: {
        form: 'lamps',
        rule: lampRule(Number(options['tolerance']) / 100),
        items: projects.map(({ record_key, title, lamp, progress, planned_at }) => ({
          id: record_key,
          label: short(title, 14),
          word: lamp.word,
          progress,
          note: planned_at === null ? null : `${monthDay(planned_at)}前`,
          status: lamp.status,
        })),
      },
    }
  },
  fact: projectFact,
})

/** Red first, then yellow, then grey; one red project is named. */
export function lampsHeadline(projects: readonly { readonly title: string; readonly lamp: Lamp }[]): string {
  const of = (colour: string) => projects.filter(({ lamp }) => lamp.colour === colour)
  const [red, yellow, grey] = [of('红'), of('黄'), of('灰')]
  const [only] = red
  if (projects.length === 0) return '还没有民生实事项目'
  if (only && red.length === 1) return named(only.title, `亮红灯：${only.lamp.word}`)
  if (red.length > 0) return `${projects.length} 件实事，${red.length} 件亮红灯`
  if (yellow.length > 0) return `${projects.length} 件实事，${yellow.length} 件稍慢，没有红灯`
  if (grey.length > 0) return `${grey.length} 件实事没有进度报告`
  const done = projects.filter(({ lamp }) => lamp.word === '完成').length
  return done === projects.length
    ? `${done} 件实事全部完成`
    : `${projects.length} 件实事都按期，${done} 件已完成`
}
