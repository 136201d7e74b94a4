import { bodyText, titleText } from './letter-text.ts'
import { SiteIndex } from './site-index.ts'
import { lineNames } from './line-names.ts'
import { harvestNames } from './site-names.ts'
import type { TopicVoice } from './voice.ts'

/** Named sites of one voice. */
export interface VoiceSites {
  /** Names in the title (in the opening of the body when the title has none): what the voice is about. */
  main: readonly string[]
  /** All names in title and body. */
  all: ReadonlySet<string>
  /** Administrative places, e.g. A7县, 示例区, from the title or the source's own column. */
  districts: readonly string[]
}

export const NO_SITES: VoiceSites = { main: [], all: new Set(), districts: [] }

const OPENING = 80
const HARVEST = 400
/** A text that names more sites than this lists them: it is about those of its title (or opening) only. */
const MOST_NAMES = 14
/** Names in more texts than this share (and this many) are districts by another name: they identify no matter. */
const BROAD_SHARE = 0.02
const BROAD_COUNT = 100
/** A long name, or one that ends as estates and buildings do, may be in so many letters because it is hot. */
const ESTATE = /^.{4,}$|[园府苑郡庭邸厦]$/u
const MOST_HOT = 5
const DISTRICT =
  /[A-Z]\d{1,3}(?:市|县|区|镇|乡)|[\p{sc=Han}]{1,2}[^小社片校园景辖厂街库战特地城市省](?:县|区)(?=[\p{sc=Han}])/gu

/** Finds the sites of every voice; `known` are names of master data (units, streets, villages). */
export function findSites(voices: readonly TopicVoice[], known: Iterable<string> = []): VoiceSites[] {
  const titles = voices.map((voice) => titleText(voice.title))
  const bodies = voices.map((voice) => bodyText(voice.body))
  const texts = titles.map((title, position) => `${title}。${bodies[position] ?? ''}`)
  const harvested = titles.map((title, position) =>
    harvestNames(`${title}。${(bodies[position] ?? '').slice(0, HARVEST)}`),
  )
  const index = new SiteIndex(harvested, texts, known)
  const find = (text: string): Set<string> => new Set([...index.find(text), ...lineNames(text)])
  const all = texts.map((text) => find(text))
  const broad = broadNames(all)
  return texts.map((_, position) => {
    const title = titles[position] ?? ''
    const inTitle = [...find(title)].filter((name) => !broad.has(name))
    const opening = (bodies[position] ?? '').slice(0, OPENING)
    const main = inTitle.length > 0 ? inTitle : [...index.find(opening)].filter((name) => !broad.has(name))
    const names = [...(all[position] ?? [])].filter((name) => !broad.has(name))
    const near = new Set(names.length > MOST_NAMES ? main : names)
    return { main, all: near, districts: districtsOf(title, voices[position]?.place ?? null) }
  })
}

function broadNames(found: readonly ReadonlySet<string>[]): Set<string> {
  const counts = new Map<string, number>()
  for (const names of found) for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  const limit = Math.max(BROAD_COUNT, found.length * BROAD_SHARE)
  const isBroad = (name: string, count: number): boolean => count > (ESTATE.test(name) ? MOST_HOT : 1) * limit
  return new Set([...counts].filter(([name, count]) => isBroad(name, count)).map(([name]) => name))
}

function districtsOf(title: string, place: string | null): string[] {
  const found = new Set(title.match(DISTRICT) ?? [])
  if (found.size === 0 && place !== null && place !== '') found.add(place)
  return [...found]
}
