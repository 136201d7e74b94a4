import { defineKind } from '../../define-kind.ts'
import type { WallCase } from '../../panel-kind.ts'
import { integer, money, named, withoutSharedPlace } from '../../words.ts'
import { budgetSources } from '../sources.ts'
import { topicLimit } from '../voices/topics.ts'

const stages = ['立案', '核实', '函询', '反馈', '认定', '整改', '销号'] as const

export const caseStages = defineKind({
  id: 'cases.stages',
  name: '案件办理',
  question: '立了多少案，办到哪一步，有没有超期？',
  form: 'flow',
  sources: [budgetSources],
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

export const casesConfirmed = defineKind({
  id: 'cases.confirmed',
  name: '认定属实的案件',
  question: '哪些问题已经认定属实？',
  form: 'list',
  options: [topicLimit],
  sources: [budgetSources],
  definition: '只列认定为属实的案件；没有认定的疑点和案件一律不列单位',
  load: async ({ outside }) =>
    (await outside.cases()).flatMap(({ confirmed, stage }) => (confirmed ? [{ ...confirmed, stage }] : [])),
  answer: (rows, { options }) => {
    const headline = confirmedHeadline(rows)
    if (rows.length === 0) return { headline, content: null, missingReason: '还没有认定属实的案件' }
    const nameOf = withoutSharedPlace(rows.map(({ unit }) => unit))
    return {
      headline,
      content: {
        form: 'list',
        columns: [
          { label: '单位', align: 'start' },
          { label: '问题', align: 'start' },
          { label: '金额', align: 'end' },
          { label: '进展', align: 'start' },
        ],
        rows: rows.slice(0, Number(options['limit'])).map(({ number, unit, ruleName, amount, stage }) => ({
          id: number,
          cells: [nameOf(unit), ruleName, amount === null ? '未标明' : money(amount), stage],
          status: null,
        })),
      },
    }
  },
})

export function confirmedHeadline(
  cases: readonly { readonly stage: string; readonly unit: string }[],
): string {
  const [first] = cases
  if (!first) return '还没有认定属实的案件'
  const settled = cases.filter(({ stage }) => stage === '销号').length
  if (cases.length === 1) return named(first.unit, settled === 1 ? ' 1 件属实，已销号' : ' 1 件属实，整改中')
  return settled === cases.length
    ? `${integer(cases.length)} 件属实，都已销号`
    : `${integer(cases.length)} 件属实，${integer(cases.length - settled)} 件还在整改`
}

const letterSteps = ['待签发', '退回修改', '已签发待发出', '已发出待答复', '已答复'] as const

export const caseLetters = defineKind({
  id: 'cases.letters',
  name: '函询',
  question: '发出的函询都答复了吗？',
  form: 'flow',
  sources: [budgetSources],
  definition: '各案件的函件按状态计数，作废的不计；不列单位',
  load: async ({ outside }) => (await outside.cases()).flatMap(({ letters }) => letters),
  answer: (letters) => {
    const countOf = (step: string) => letters.filter((letter) => letter === step).length
    const headline = lettersHeadline(countOf('已发出待答复'), countOf('已答复'), letters.length)
    if (letters.length === 0) return { headline, content: null, missingReason: '还没有起草函件' }
    return {
      headline,
      content: {
        form: 'flow',
        unit: '件',
        stages: letterSteps.map((step) => ({
          id: step,
          label: step,
          value: countOf(step),
          note: null,
          status: null,
        })),
      },
    }
  },
})

export function lettersHeadline(waiting: number, answered: number, all: number): string {
  if (all === 0) return '还没有发出函询'
  if (waiting + answered === 0) return `${integer(all)} 件函件还没有发出`
  return waiting === 0
    ? `${integer(answered)} 件函询都已答复`
    : `${integer(waiting)} 件函询等待答复，${integer(answered)} 件已答复`
}
