import { type Random } from '../prng.ts'
import { readTexts } from '../texts.ts'
import { type Channel } from './rows.ts'

export interface Persona {
  name: string
  weight: number
  channels: ReadonlySet<Channel>
  openings: string[]
  closings: string[]
}

const channelByMark: Readonly<Record<string, Channel>> = {
  热: '12345热线',
  网: '网上信访',
  留: '领导留言板',
  信: '来信来访',
}

export function readPersonas(): Persona[] {
  return readTexts('personas').map((entry) => {
    const [weight = '', channels = ''] = entry.fields
    return {
      name: entry.name,
      weight: Number(weight),
      channels: new Set(channels.split(' ').flatMap((mark) => channelByMark[mark] ?? [])),
      openings: entry.lines('开'),
      closings: entry.lines('结'),
    }
  })
}

export interface PersonaSetting {
  channel: Channel
  isRural: boolean
  category: string
}

/** Who speaks: parents about schools, villagers in the country, the hotline's clerk on the hotline. */
export function pickPersona(random: Random, personas: readonly Persona[], setting: PersonaSetting): Persona {
  const possible = personas.filter((persona) => {
    if (!persona.channels.has(setting.channel)) return false
    if (persona.name === '村民') return setting.isRural
    if (persona.name === '家长') return setting.category === '教育文体'
    if (persona.name === '商户') return setting.category === '商贸旅游' || setting.category === '经济管理'
    return true
  })
  return random.weighted(possible, ({ name, weight }) =>
    name === '家长' || name === '商户' ? weight * 4 : weight,
  )
}
