import { type Matter } from '../matters.ts'
import { type Random } from '../prng.ts'
import { expand, type Slots } from '../template.ts'
import { type Persona } from './personas.ts'
import { roughen } from './roughen.ts'

export interface WrittenMessage {
  title: string
  body: string
}

/** The parts of a matter a message is written from; topics bring their own. */
export type MessageSource = Pick<Matter, 'levels' | 'titles' | 'facts' | 'harms' | 'asks'>

/** Classes about the place one lives in, where a writer introduces himself as a resident of it. */
const residential = new Set(['城乡建设', '环境保护', '交通运输', '民政', '政法'])

/** One message: opening, two to four facts, often a harm, an ask, a closing, then the marks of real intake. */
export function composeMessage(
  random: Random,
  source: MessageSource,
  persona: Persona,
  slots: Slots,
): WrittenMessage {
  const facts = random.shuffle(source.facts).slice(
    0,
    random.weighted([1, 2, 3, 4], (count) => [0, 18, 42, 30, 10][count] ?? 0),
  )
  const isResident = residential.has(source.levels[0])
  const openings = persona.openings.filter((opening) => isResident || !opening.includes('{小区}'))
  const parts = [
    random.chance(0.85) ? random.pick(openings) : '',
    ...facts,
    random.chance(0.6) ? random.pick(source.harms) : '',
    random.chance(0.85) ? random.pick(source.asks) : '',
    random.chance(0.6) ? random.pick(persona.closings) : '',
  ]
  const title = expand(random, random.pick(source.titles), slots)
  const body = expand(random, parts.join(''), slots)
  return { title: random.chance(0.04) ? `${title}！！` : title, body: roughen(random, body) }
}
