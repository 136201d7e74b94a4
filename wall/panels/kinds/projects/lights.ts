import { defineKind } from '../../define-kind.ts'
import { integer } from '../../words.ts'
import { projectSources } from '../sources.ts'
import { lampRule } from './lamp.ts'
import { tolerance, definition, readProjects, lit, missing, worst } from './project.ts'

const colours = [
  { colour: '绿', status: 'ok' },
  { colour: '黄', status: 'warn' },
  { colour: '红', status: 'bad' },
  { colour: '灰', status: null },
] as const

export const projectLights = defineKind({
  id: 'projects.lights',
  name: '亮灯统计',
  question: '红黄绿灯各有多少？',
  form: 'bars',
  options: [tolerance],
  sources: [projectSources],
  definition: `${definition}；${lampRule(0.2)}`,
  load: readProjects,
  answer: (rows, { today, options }) => {
    const projects = lit(rows, today, options)
    const countOf = (colour: string) => projects.filter(({ lamp }) => lamp.colour === colour).length
    const headline = lightsHeadline(countOf('绿'), projects.length)
    if (projects.length === 0) return { headline, ...missing }
    return {
      headline,
      status: worst(projects),
      content: {
        form: 'bars',
        unit: '件',
        items: colours.map(({ colour, status }) => ({
          id: colour,
          label: `${colour}灯`,
          value: countOf(colour),
          note: null,
          status: countOf(colour) > 0 ? status : null,
        })),
        reference: null,
      },
    }
  },
})

export function lightsHeadline(green: number, all: number): string {
  if (all === 0) return '还没有民生实事项目'
  return green === all ? `${integer(all)} 件全是绿灯` : `${integer(all)} 件中 ${integer(green)} 件绿灯`
}
