import type { Matter } from '../../data-samples/generator/matters.ts'
import { readMatters } from '../../data-samples/generator/matters.ts'
import type { District, Street } from '../../data-samples/generator/places.ts'
import { createRandom, type Random } from '../../data-samples/generator/prng.ts'
import { expand } from '../../data-samples/generator/template.ts'
import { placeSlots } from '../../data-samples/generator/voices/slots.ts'

export interface Message {
  id: string
  title: string
  body: string
  day: string
  /** First level of the catalogue. */
  label: string
}

/** Length aimed at: what one hotline order holds. */
const CHARACTERS = 120
/** Messages per invented street: a larger city has more places, not more letters from each. */
const PER_STREET = 400
/** Share of messages that reuse an earlier letter with small changes. */
const COPIES = 0.03
const FIRST_DAY = Date.UTC(2024, 0, 1)
const DAYS = 730

const syllables =
  '望云松风明德春晖秋实长庚听雨桐荫建业兴和顺安澜文汇博雅青台澄江映月锦绣丰收银杏紫薇海棠白桦梅园兰亭菊香竹影荣光振同心康宁迎晖晨光晚晴飞鸿鹤鸣凤栖麒麟玉带金鸡石榴桑林梨花桃李枣盐仓茶马驿前'

/**
 * Invented messages of about 120 characters, the same for one seed: the sample city's hand-written facts and asks at
 * places made up for the purpose. Some are near copies of an earlier one, as form letters are.
 */
export function* inventMessages(count: number, seed = 'messages'): Generator<Message> {
  const random = createRandom(seed)
  const matters = readMatters()
  const streets = inventStreets(Math.max(20, Math.ceil(count / PER_STREET)), random.fork('streets'))
  const kept: Message[] = []
  for (let at = 0; at < count; at++) {
    const offset = random.int(0, DAYS - 1)
    const day = new Date(FIRST_DAY + offset * 86_400_000).toISOString().slice(0, 10)
    const id = `${seed}-${String(at + 1)}`
    const earlier = kept.length > 0 && random.chance(COPIES) ? random.pick(kept) : undefined
    if (earlier) {
      yield { ...earlier, id, day, body: `${earlier.body}${random.pick(['请尽快处理。', '急！', '谢谢。'])}` }
      continue
    }
    const message = { id, day, ...write(random, random.pick(matters), random.pick(streets), offset) }
    if (kept.length < 5000) kept.push(message)
    yield message
  }
}

function write(random: Random, matter: Matter, street: Street, day: number): Omit<Message, 'id' | 'day'> {
  const slots = placeSlots(random, street, 19_723 + day)
  const parts = [...random.shuffle(matter.facts).slice(0, 3), random.pick(matter.asks)]
  let body = ''
  for (const part of parts) if (body.length < CHARACTERS - 25) body += expand(random, part, slots)
  return { title: expand(random, random.pick(matter.titles), slots), body, label: matter.levels[0] }
}

function inventStreets(count: number, random: Random): Street[] {
  const district: District = { code: '990102', name: '岭东区', short: '岭东区', weight: 1, streets: [] }
  const name = (length: number): string => {
    let text = ''
    while (text.length < length) text += syllables[random.int(0, syllables.length - 1)] ?? ''
    return text
  }
  return Array.from({ length: count }, (_, at) => {
    const stem = name(2)
    return {
      code: String(990_102_000 + at),
      name: `${stem}街道`,
      district,
      communities: [`${name(2)}社区`, `${name(2)}社区`],
      roads: [`${name(2)}路`, `${name(2)}大道`, `${name(2)}街`],
      estates: [`${name(3)}家园`, `${name(3)}花园`, `${name(2)}新村`, `${name(3)}公寓`],
      school: `${stem}小学`,
      middleSchool: `${stem}中学`,
      market: `${stem}农贸市场`,
      park: `${stem}公园`,
      clinic: `${stem}社区卫生服务中心`,
      isRural: at % 4 === 0,
    }
  })
}
