import type { PanelStatus } from '#contract'
import { wallQueries } from '#warehouse'
import { defineKind } from '../../define-kind.ts'
import type { PanelContext, PanelOption, PanelOptions } from '../../panel-kind.ts'
import { integer, money, monthDay, named, percent, short, withoutSharedPlace } from '../../words.ts'
import { projectSources } from '../sources.ts'
import { lampOf, lampRule, type Lamp, type Project } from './lamp.ts'

const tolerance: PanelOption = {
  key: 'tolerance',
  label: '黄灯最多慢几个百分点',
  value: 20,
  choices: [10, 15, 20, 30].map((points) => ({ value: points, label: `${points} 个百分点` })),
}

const definition =
  '最近年度的民生实事项目；时间进度为报告日在年初到计划完成日之间所处的比例，计划完成日过后未报完成的为逾期'

function readProjects({ warehouse }: PanelContext): Promise<Project[]> {
  return warehouse.query(wallQueries.projects, { year: null })
}

interface Lit extends Project {
  readonly lamp: Lamp
}

function lit(projects: readonly Project[], today: string, options: PanelOptions): Lit[] {
  const share = Number(options['tolerance']) / 100
  return projects.map((project) => ({ ...project, lamp: lampOf(project, today, share) }))
}

const missing = { content: null, missingReason: '还没有载入民生实事项目' }

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
  fact: (rows, item, _context, { today, options }) => {
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
  },
})

function worst(projects: readonly Lit[]): PanelStatus {
  const statuses = projects.map(({ lamp }) => lamp.status)
  return statuses.includes('bad') ? 'bad' : statuses.includes('warn') ? 'warn' : 'ok'
}

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
})

export function timelineHeadline(open: readonly Pick<Project, 'planned_at'>[], today: string): string {
  const days = open.flatMap(({ planned_at }) => planned_at ?? [])
  const late = days.filter((day) => day < today).length
  const next = days.filter((day) => day >= today).sort()[0]
  if (days.length === 0) return '没有等待完成的实事'
  if (late > 0) return `${late} 件过了计划日还没有完成`
  return next === undefined ? '没有等待完成的实事' : `下一件 ${monthDay(next)}前完成`
}

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
})

export function unitsHeadline(units: readonly string[]): string {
  const different = new Set(units).size
  if (units.length === 0) return '没有需要督办的实事'
  return `${units.length} 件需要督办，涉及 ${different} 家单位`
}
