import { figuresKind } from '../../figures-kind.ts'
import { integer } from '../../words.ts'
import { agendaSources, commentSources } from '../sources.ts'

export const agendaFigures = figuresKind({
  id: 'agenda.figures',
  name: '立法与决定任免数字',
  question: '开了几次会，通过了什么？',
  sources: [[...agendaSources, ...commentSources]],
  figures: [
    { metric: 'meetings_held' },
    { metric: 'regulations_passed' },
    { metric: 'decisions_passed' },
    { metric: 'appointments_decided' },
    { metric: 'comments_total' },
    { metric: 'comments_adopted_rate' },
  ],
  headline: (valueOf) =>
    agendaHeadline(valueOf('meetings_held'), valueOf('regulations_passed'), valueOf('decisions_passed')),
})

export function agendaHeadline(
  meetings: number | null,
  laws: number | null,
  decisions: number | null,
): string {
  if (meetings === null || meetings === 0) return '还没有会议记录'
  const passed = [
    laws ? `${integer(laws)} 部法规` : '',
    decisions ? `${integer(decisions)} 项决定` : '',
  ].filter((part) => part !== '')
  if (passed.length === 0) return `开会 ${integer(meetings)} 次，还没有通过的议案`
  return `${integer(meetings)} 次会议通过 ${passed.join('、')}`
}
