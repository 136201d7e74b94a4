import { defineKind } from '../../define-kind.ts'
import type { WallCase } from '../../panel-kind.ts'
import { integer } from '../../words.ts'
import { findingSources } from '../sources.ts'

const stages = ['立案', '核实', '函询', '反馈', '认定', '整改', '销号'] as const

export const caseStages = defineKind({
  id: 'cases.stages',
  name: '案件办理',
  question: '立了多少案，办到哪一步，有没有超期？',
  form: 'flow',
  sources: [findingSources],
  definition: '预算疑点立案后的案件按阶段计数；超期按工作日时限计算，红牌为已超期，黄牌为将到期；不列单位',
  load: ({ outside }) => outside.cases(),
  answer: (cases) => {
    const red = open(cases).filter(({ clock }) => clock?.colour === 'red').length
    const headline = casesHeadline(cases)
    if (cases.length === 0) return { headline, content: null, missingReason: '还没有立案' }
    return {
      headline,
      status: red > 0 ? 'bad' : open(cases).some(({ clock }) => clock?.colour === 'yellow') ? 'warn' : 'ok',
      content: {
        form: 'flow',
        unit: '件',
        stages: stages.map((stage) => stageOf(stage, cases)),
      },
    }
  },
})

function stageOf(stage: string, cases: readonly WallCase[]) {
  const here = cases.filter((one) => one.stage === stage)
  const count = (colour: string) => open(here).filter(({ clock }) => clock?.colour === colour).length
  const [red, yellow] = [count('red'), count('yellow')]
  const note = [red > 0 ? `超期 ${red}` : '', yellow > 0 ? `将到期 ${yellow}` : ''].filter(
    (part) => part !== '',
  )
  return {
    id: stage,
    label: stage,
    value: here.length,
    note: note.length === 0 ? null : note.join('，'),
    status: red > 0 ? ('bad' as const) : yellow > 0 ? ('warn' as const) : null,
  }
}

function open(cases: readonly WallCase[]): WallCase[] {
  return cases.filter(({ isClosed }) => !isClosed)
}

export function casesHeadline(cases: readonly WallCase[]): string {
  if (cases.length === 0) return '还没有立案'
  const running = open(cases)
  const red = running.flatMap(({ clock }) => (clock?.colour === 'red' ? [-clock.daysLeft] : []))
  if (running.length === 0) return `${integer(cases.length)} 件案件都已销号`
  if (red.length > 0)
    return `${integer(running.length)} 件在办，${red.length} 件超期，最长 ${Math.max(...red)} 个工作日`
  return `${integer(running.length)} 件在办，没有超期`
}
