import { type Random } from '../prng.ts'
import { readTexts } from '../texts.ts'
import { type Channel } from './rows.ts'

export interface Persona {
  name: string
  weight: number
  channels: ReadonlySet<Channel>
  /** First-level classes they speak about; empty for all, 乡村 for anything in the country. */
  about: ReadonlySet<string>
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
    const [weight = '', channels = '', about = ''] = entry.fields
    return {
      name: entry.name,
      weight: Number(weight),
      channels: new Set(channels.split(' ').flatMap((mark) => channelByMark[mark] ?? [])),
      about: new Set(about.split(' ').filter(Boolean)),
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
  const possible = personas.filter(({ channels, about }) => {
    if (!channels.has(setting.channel)) return false
    return about.size === 0 || about.has(setting.category) || (about.has('乡村') && setting.isRural)
  })
  return random.weighted(possible, ({ weight }) => weight)
}
