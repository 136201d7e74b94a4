import { defineKind } from '../../define-kind.ts'
import { short, withoutSharedPlace } from '../../words.ts'
import { projectSources } from '../sources.ts'
import { tolerance, definition, readProjects, lit, missing, projectFact, worst } from './project.ts'

export const projectUnits = defineKind({
  id: 'projects.units',
  name: '需要督办的实事',
  question: '哪些实事要督办，由谁牵头？',
  form: 'list',
  options: [tolerance],
  sources: [projectSources],
  definition: `${definition}；列出红灯、黄灯和没有报告的`,
  load: readProjects,
  answer: (rows, { today, options }) => {
    const projects = lit(rows, today, options).filter(({ lamp }) => lamp.colour !== '绿')
    if (rows.length === 0) return { headline: unitsHeadline([]), ...missing }
    const nameOf = withoutSharedPlace(rows.flatMap(({ lead_unit }) => lead_unit ?? []))
    return {
      headline: unitsHeadline(projects.map(({ lead_unit }) => lead_unit ?? '未标明')),
      status: projects.length === 0 ? 'ok' : worst(projects),
      content: {
        form: 'list',
        columns: [
          { label: '实事', align: 'start' },
          { label: '牵头', align: 'start' },
          { label: '灯', align: 'start' },
        ],
        rows: [...projects]
          .sort((a, b) => '红黄灰'.indexOf(a.lamp.colour) - '红黄灰'.indexOf(b.lamp.colour))
          .map(({ record_key, title, lead_unit, lamp }) => ({
            id: record_key,
            cells: [short(title, 12), nameOf(lead_unit ?? '未标明'), `${lamp.colour} ${lamp.word}`],
            status: lamp.status,
          })),
      },
    }
  },
  fact: projectFact,
})

export function unitsHeadline(units: readonly string[]): string {
  const different = new Set(units).size
  if (units.length === 0) return '没有需要督办的实事'
  return `${units.length} 件需要督办，涉及 ${different} 家单位`
}
