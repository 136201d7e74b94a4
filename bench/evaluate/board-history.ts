import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { LineageStep } from '#warehouse'
import { ingestGroup, withDataHome, type FileGroup } from './ingest.ts'

/** A pull of the board, as its JSON says: when, and what each record showed. */
interface Pull {
  readonly updated: string
  readonly recent: readonly Readonly<Record<string, unknown>>[]
}

export interface HistoryFigures {
  readonly pulls: number
  readonly records: number
  /** Records whose state changed between pulls, by the files themselves. */
  readonly changed: number
  /** Records whose stored history differs from what the files say, over all orders. */
  readonly wrong: number
  readonly orders: number
  /** Orders whose final marts differ from those of the time order. */
  readonly differing: number
}

/** The fields that the mapping takes; a change in one of them is a new state. */
const fields = [
  'title',
  'content',
  'date',
  'district',
  'domain',
  'forum',
  'replyOrg',
  'status',
  'replyContent',
  'likes',
  'gManner',
]

/**
 * Loads real pulls of one board in the order of time, backwards, and shuffled, and compares every record's history of
 * states with the one read off the files by a second, independent reading.
 */
export async function measureBoardHistory(group: FileGroup): Promise<HistoryFigures> {
  const pulls = await Promise.all(group.paths.map(async (path) => ({ path, pull: await readPull(path) })))
  pulls.sort((left, right) => Date.parse(left.pull.updated) - Date.parse(right.pull.updated))
  const stated = statedHistories(pulls.map(({ pull }) => pull))
  const paths = pulls.map(({ path }) => path)
  const orders = [paths, [...paths].reverse(), shuffled(paths, 1), shuffled(paths, 2)]
  const outcomes = await Promise.all(orders.map((order) => loadOneByOne({ ...group, paths: order }, stated)))
  const [inTime] = outcomes
  return {
    pulls: pulls.length,
    records: stated.size,
    changed: [...stated.values()].filter((moments) => moments.length > 1).length,
    wrong: outcomes.reduce((sum, outcome) => sum + outcome.wrong, 0),
    orders: orders.length,
    differing: outcomes.filter((outcome) => outcome.content !== inTime?.content).length,
  }
}

async function readPull(path: string): Promise<Pull> {
  return JSON.parse(await readFile(path, 'utf8')) as Pull
}

/** Record number → the moments at which its state was another than before. */
function statedHistories(pulls: readonly Pull[]): Map<string, string[]> {
  const last = new Map<string, string>()
  const moments = new Map<string, string[]>()
  for (const { updated, recent } of pulls)
    for (const record of recent) {
      const id = String(record['tid'])
      const state = JSON.stringify(fields.map((name) => stateOf(name, record[name])))
      if (last.get(id) === state) continue
      last.set(id, state)
      moments.set(id, [...(moments.get(id) ?? []), toInstant(updated)])
    }
  return moments
}

/** Text of a field; a rating of 0 and none at all both mean that nobody has rated. */
function stateOf(name: string, value: unknown): string {
  if (name === 'gManner' && value === 0) return ''
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : ''
}

function toInstant(text: string): string {
  return `${new Date(text).toISOString().slice(0, 19)}Z`
}

/** One pull after the other into a home of its own: how many histories are wrong, and a digest of the final states. */
async function loadOneByOne(
  group: FileGroup,
  stated: ReadonlyMap<string, readonly string[]>,
): Promise<{ content: string; wrong: number }> {
  return withDataHome(async (warehouse, dataDir) => {
    for (const path of group.paths) await ingestGroup(warehouse, dataDir, { ...group, paths: [path] })
    const content = createHash('sha256')
    let wrong = 0
    for (const [id, moments] of stated) {
      const states = await warehouse.lineage('voices', `petitions:${id}`)
      if (JSON.stringify(changeMoments(states)) !== JSON.stringify(moments)) wrong += 1
      content.update(JSON.stringify(states[0]?.values))
    }
    return { content: content.digest('hex'), wrong }
  })
}

/** The moments at which the stored state was another than the one seen before. */
function changeMoments(states: readonly LineageStep[]): string[] {
  const seen = states
    .flatMap(({ observedAt, rowHash }) => observedAt.map((at) => ({ at, rowHash })))
    .sort((left, right) => (left.at < right.at ? -1 : 1))
  return seen.filter(({ rowHash }, index) => seen[index - 1]?.rowHash !== rowHash).map(({ at }) => at)
}

/** The same disorder every time. */
function shuffled(paths: readonly string[], seed: number): string[] {
  const rank = (path: string): string => createHash('sha256').update(`${seed}:${path}`).digest('hex')
  return [...paths].sort((left, right) => (rank(left) < rank(right) ? -1 : 1))
}
