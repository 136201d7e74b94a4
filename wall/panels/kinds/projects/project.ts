import type { PanelStatus } from '#contract'
import { wallQueries } from '#warehouse'
import type { Setting } from '../../define-kind.ts'
import type { PanelContext, PanelOption, PanelOptions } from '../../panel-kind.ts'
import { money, percent } from '../../words.ts'
import { lampOf, type Lamp, type Project } from './lamp.ts'

export const tolerance: PanelOption = {
  key: 'tolerance',
  label: '黄灯最多慢几个百分点',
  value: 20,
  choices: [10, 15, 20, 30].map((points) => ({ value: points, label: `${points} 个百分点` })),
}

export const definition =
  '最近年度的民生实事项目；时间进度为报告日在年初到计划完成日之间所处的比例，计划完成日过后未报完成的为逾期'

export function readProjects({ warehouse }: PanelContext): Promise<Project[]> {
  return warehouse.query(wallQueries.projects, { year: null })
}

export interface Lit extends Project {
  readonly lamp: Lamp
}

export function lit(projects: readonly Project[], today: string, options: PanelOptions): Lit[] {
  const share = Number(options['tolerance']) / 100
  return projects.map((project) => ({ ...project, lamp: lampOf(project, today, share) }))
}

export const missing = { content: null, missingReason: '还没有载入民生实事项目' }

/** The card of one project. */
export function projectFact(
  rows: readonly Project[],
  item: string,
  _context: PanelContext,
  { today, options }: Setting,
) {
  const project = lit(rows, today, options).find(({ record_key }) => record_key === item)
  if (!project) return null
  const { lamp } = project
  return {
    title: project.title,
    facts: [
      { label: '灯', value: `${lamp.colour}：${lamp.word}` },
      { label: '牵头单位', value: project.lead_unit ?? '未标明' },
      { label: '年度目标', value: project.target ?? '未标明' },
      {
        label: '完成',
        value: `${project.progress === null ? '没有报告' : percent(project.progress, 0)}${lamp.expected === null ? '' : `，应达 ${percent(lamp.expected, 0)}`}`,
      },
      { label: '计划完成', value: project.planned_at ?? '未标明' },
      { label: '计划投资', value: project.budget === null ? '未标明' : money(project.budget) },
      { label: '进展', value: project.status ?? '没有说明' },
    ],
    trend: null,
  }
}

export function worst(projects: readonly Lit[]): PanelStatus {
  const statuses = projects.map(({ lamp }) => lamp.status)
  return statuses.includes('bad') ? 'bad' : statuses.includes('warn') ? 'warn' : 'ok'
}
