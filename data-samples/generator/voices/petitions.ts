import {
  addOfficeDays,
  type Day,
  dayOfMinute,
  firstDay,
  isOfficeDay,
  minuteOf,
  partsOf,
  today,
} from '../calendar.ts'
import { type Matter, pickMatter } from '../matters.ts'
import { type District, type Street } from '../places.ts'
import { type Random } from '../prng.ts'
import { type Slots } from '../template.ts'
import { unitOf } from '../units.ts'
import { composeMessage } from './compose.ts'
import { type Persona, pickPersona } from './personas.ts'
import { pickReplyStyle, replyText } from './replies.ts'
import { nearCopy } from './roughen.ts'
import { type Channel, type Petition } from './rows.ts'
import { placeSlots } from './slots.ts'
import { type PlantedTopic, topicDay, topicSlots } from './topics.ts'

export const petitionTotal = 12_000

const channels: readonly (readonly [Channel, number])[] = [
  ['12345热线', 60],
  ['网上信访', 17],
  ['领导留言板', 15],
  ['来信来访', 8],
]

export interface PetitionInput {
  matters: readonly Matter[]
  personas: readonly Persona[]
  districts: readonly District[]
  topics: readonly PlantedTopic[]
}

/** Three years of messages: a diverse background, planted topics, copies, one very active person. */
export function buildPetitions(input: PetitionInput, random: Random): Petition[] {
  const writer = new PetitionWriter(input, random)
  for (const topic of input.topics) writer.topic(topic)
  writer.activePerson()
  writer.loudest()
  const copies = Math.round(petitionTotal * 0.035)
  while (writer.written.length < petitionTotal - copies) writer.background()
  for (let left = copies; left > 0; left -= 1) writer.copy()
  return numbered(writer.written)
}

interface Occasion {
  day: Day
  street: Street
  matter: Matter
  slots: Slots
  channel: Channel
  author: string
  topic: string
  /** Names of the place, one of which must stand in the message. */
  placeForms?: readonly string[]
}

class PetitionWriter {
  readonly written: Petition[] = []
  readonly #input: PetitionInput
  readonly #random: Random

  constructor(input: PetitionInput, random: Random) {
    this.#input = input
    this.#random = random
  }

  background(): void {
    const random = this.#random
    const day = backgroundDay(random)
    const district = random.weighted(this.#input.districts, ({ weight }) => weight)
    const street = random.pick(district.streets)
    const matter = pickMatter(random, this.#input.matters, partsOf(day).month, street.isRural)
    this.#write({
      day,
      street,
      matter,
      slots: placeSlots(random, street, day),
      channel: this.#channel(),
      author: author(random),
      topic: '',
    })
  }

  topic(topic: PlantedTopic): void {
    const random = this.#random
    const busiest = author(random)
    for (let index = 0; index < topic.petitions; index += 1) {
      const day = index < 2 ? (index === 0 ? topic.from : topic.to) : topicDay(random, topic)
      const isBusiest = topic.id === 'T10' && index % 3 === 0
      this.#write({
        day,
        street: topic.street,
        matter: topic.matter,
        slots: topicSlots(random, topic, day),
        channel: this.#channel(),
        author: isBusiest ? busiest : author(random),
        topic: topic.id,
        placeForms: topic.placeForms,
      })
    }
  }

  /** One person who posts many times about many things of one street. */
  activePerson(): void {
    const random = this.#random
    const street = this.#input.districts[1]?.streets[4]
    if (!street) throw new Error('The second district has no fifth street')
    const name = 'U00918273'
    for (let index = 0; index < 86; index += 1) {
      const day = backgroundDay(random)
      const matter = pickMatter(random, this.#input.matters, partsOf(day).month, false)
      this.#write({
        day,
        street,
        matter,
        slots: placeSlots(random, street, day),
        channel: '网上信访',
        author: name,
        topic: '',
      })
    }
  }

  /** One message with far more approvals than any other, about a matter no topic covers. */
  loudest(): void {
    const random = this.#random
    const street = this.#input.districts[2]?.streets[0]
    const matter = this.#input.matters.find(({ name }) => name === '商品房质量' || name === '新房质量与交付')
    if (!street || !matter) throw new Error('The loudest message has no place or matter')
    const day = today - 96
    this.#write({
      day,
      street,
      matter,
      slots: placeSlots(random, street, day),
      channel: '领导留言板',
      author: 'U00500012',
      topic: '',
    })
    const message = this.written.at(-1)
    if (message) Object.assign(message, { likes: 2368, dislikes: 11 })
  }

  /** Posts an earlier message again, word for word or nearly. */
  copy(): void {
    const random = this.#random
    const earlier = this.written[random.int(0, this.written.length - 1)]
    // A copy of a planted topic would blur its list of records.
    if (earlier?.topic !== '') {
      this.copy()
      return
    }
    const isExact = random.chance(0.4)
    const created = Math.min(
      earlier.created + random.int(2, 90) * 1440 + random.int(-300, 300),
      minuteOf(today, 17, 30),
    )
    const body = isExact ? earlier.body : nearCopy(random, earlier.body)
    this.written.push({ ...earlier, created, body, ...this.#handled(dayOfMinute(created), null) })
  }

  #channel(): Channel {
    return this.#random.weighted(channels, ([, weight]) => weight)[0]
  }

  #write(occasion: Occasion): void {
    const random = this.#random
    const { matter, street, channel, day } = occasion
    const persona = pickPersona(random, this.#input.personas, {
      channel,
      isRural: street.isRural,
      category: matter.levels[0],
    })
    const { title, body } = composeMessage(random, matter, persona, occasion.slots)
    const isNamed = occasion.placeForms?.some((form) => `${title}${body}`.includes(form)) ?? true
    const isPublic = channel === '领导留言板' || channel === '网上信访'
    const unit = handlingUnit(random, matter, street)
    this.written.push({
      petitionId: '',
      channel,
      author: occasion.author,
      title,
      body: isNamed ? body : `${occasion.placeForms?.[0] ?? ''}：${body}`,
      created: minuteOf(day, hourOf(random), random.int(0, 59)),
      region: regionText(random, street),
      levels: givenLevels(random, channel, matter),
      unit,
      likes: isPublic ? likes(random, occasion.topic !== '') : null,
      dislikes: isPublic ? (random.chance(0.9) ? 0 : random.int(1, 4)) : null,
      topic: occasion.topic,
      ...this.#handled(day, {
        matter,
        slots: {
          ...occasion.slots,
          题: title,
          承办: unit,
          日: `${partsOf(day).month}月${partsOf(day).day}日`,
        },
      }),
    })
  }

  /** What became of it: most are answered in time, some late, some never; ratings are often missing. */
  #handled(
    day: Day,
    answer: { matter: Matter; slots: Slots } | null,
  ): Pick<Petition, 'status' | 'reply' | 'replied' | 'rating'> {
    const random = this.#random
    const isLate = random.chance(0.07)
    const repliedDay = addOfficeDays(day, isLate ? random.int(20, 110) : random.int(1, 14))
    if (repliedDay > today || random.chance(0.05)) {
      return { status: today - day < 4 ? '待签收' : '办理中', reply: '', replied: null, rating: '' }
    }
    const style = pickReplyStyle(random)
    const reply = answer
      ? replyText(random, style, answer.matter, answer.slots, isLate)
      : '您好，您反映的问题与此前诉求相同，办理情况已答复，请查看原工单。'
    const isWeak = style === 'template' || style === 'elsewhere' || isLate
    const rating = random.chance(0.45)
      ? ''
      : random.weighted(['非常满意', '满意', '基本满意', '不满意'], (word) => ratingWeight(word, isWeak))
    return {
      status: '已办结',
      reply,
      replied: minuteOf(repliedDay, random.int(9, 17), random.int(0, 59)),
      rating,
    }
  }
}

function ratingWeight(word: string, isWeak: boolean): number {
  if (word === '不满意') return isWeak ? 55 : 12
  return word === '基本满意' ? 25 : word === '满意' ? (isWeak ? 15 : 45) : isWeak ? 3 : 18
}

/** Fewer on holidays and weekends, a little more each year. */
function backgroundDay(random: Random): Day {
  for (;;) {
    const day = random.int(firstDay, today)
    const growth = 0.75 + (0.25 * (day - firstDay)) / (today - firstDay)
    if (random.chance(growth * (isOfficeDay(day) ? 1 : 0.55))) return day
  }
}

function hourOf(random: Random): number {
  return random.weighted([0, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23], (hour) =>
    hour < 7 || hour > 22 ? 1 : hour >= 9 && hour <= 17 ? 8 : 5,
  )
}

function author(random: Random): string {
  return `U00${String(random.int(100_000, 999_999))}`
}

function likes(random: Random, isTopic: boolean): number {
  const value = Math.floor(1 / (0.02 + random.next()) ** 1.2) - 1
  return isTopic ? value * 2 + random.int(0, 9) : random.chance(0.6) ? 0 : value
}

function regionText(random: Random, street: Street): string {
  const { district } = street
  return random.weighted(
    [
      `云岭市${district.name}${street.name}`,
      `${district.short}${street.name}`,
      district.short,
      `${district.name}/${street.name}`,
      '',
    ],
    (text) => (text === '' ? 4 : text.endsWith(street.name) ? 40 : 16),
  )
}

/** The hotline files three levels (sometimes wrong), online petitions one, the leaders' board none. */
function givenLevels(random: Random, channel: Channel, { levels }: Matter): Petition['levels'] {
  if (channel === '领导留言板') return ['', '', '']
  if (channel !== '12345热线') return [random.chance(0.9) ? levels[0] : '', '', '']
  return random.chance(0.04) ? [levels[0], '其他', ''] : levels
}

function handlingUnit(random: Random, matter: Matter, street: Street): string {
  const unit = unitOf(matter.agencyCode)
  const way = random.next()
  if (way < 0.12) return unit.aliases.split(';')[0] ?? unit.name
  if (way < 0.24) return `${street.district.short}${street.name}${street.isRural ? '人民政府' : '办事处'}`
  return unit.name
}

const prefixes: Readonly<Record<Channel, string>> = {
  '12345热线': 'RX',
  网上信访: 'WX',
  领导留言板: 'LY',
  来信来访: 'XF',
}

/** Numbers each channel through the year in the order of arrival. */
function numbered(petitions: readonly Petition[]): Petition[] {
  const counts = new Map<string, number>()
  return [...petitions]
    .sort((left, right) => left.created - right.created || (left.body < right.body ? -1 : 1))
    .map((petition) => {
      const { year } = partsOf(dayOfMinute(petition.created))
      const prefix = `${prefixes[petition.channel]}${year}`
      const number = (counts.get(prefix) ?? 0) + 1
      counts.set(prefix, number)
      return { ...petition, petitionId: `${prefix}${String(number).padStart(6, '0')}` }
    })
}
