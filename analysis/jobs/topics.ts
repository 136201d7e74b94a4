import { topicQueries, type Warehouse } from '#warehouse'
import { normaliseText } from '../text/index.ts'
import type { Linkable, LinkKind, PreviousTopic, TopicEvent, TopicVoice } from '../topics/index.ts'
import type { AnalysisContext, AnalysisJob } from './job.ts'
import { lexiconVersions } from './lexicons.ts'
import { offThread } from './off-thread.ts'
import { topicTables } from './topic-tables.ts'
import type findTopics from './workers/topics.ts'

/** Voices up to this many days before the last one are grouped into topics. */
const DAYS = 3 * 366
/** Method version: a change makes earlier results stale. */
const METHOD = 'topics-3'
/** Letters of a comment's opening that stand for the title it has not. */
const OPENING = 24

/** Finds the hot topics of the last three years of data and keeps their ids from run to run. */
export const topicsJob: AnalysisJob = {
  name: 'topics',
  after: ['matters'],
  reads: [
    'marts.voices',
    'marts.regions',
    'marts.units',
    'marts.budget_lines',
    'marts.procurements',
    'marts.payments',
    'analysis.voice_matters',
  ],
  plan: (context) =>
    Promise.resolve({
      version: [METHOD, ...lexiconVersions()].join(' '),
      run: (fingerprint) => find(context, fingerprint),
    }),
}

async function find(
  { warehouse, now, log, signal }: AnalysisContext,
  fingerprint: string,
): Promise<{ rows: number }> {
  const voices = await readVoices(warehouse, now)
  const names = await warehouse.query(topicQueries.knownNames, {})
  const { topics, events, links } = await offThread<typeof findTopics>(
    'topics',
    {
      voices,
      now,
      previous: await readPrevious(warehouse),
      knownNames: names.map(({ name }) => name),
      records: await readRecords(warehouse),
    },
    signal,
  )
  log(`${String(voices.length)} 件民意归为 ${String(topics.length)} 个热点${changes(events)}`)
  await warehouse.writeResults('topics', topicTables(topics, events, links, now), {
    fingerprint,
    startedAt: now,
  })
  return { rows: topics.length }
}

async function readVoices(warehouse: Warehouse, now: Date): Promise<TopicVoice[]> {
  const rows = await warehouse.query(topicQueries.voices, {
    today: now.toISOString().slice(0, 10),
    days: DAYS,
  })
  const answered = new Set(rows.filter((row) => row.is_replied === true).map((row) => row.kind))
  return rows.map((row): TopicVoice => {
    const body = normaliseText(row.body)
    return {
      id: row.voice_id,
      body,
      ...writerOf(row.kind, body, row.title, row.author),
      createdAt: row.created_at,
      place: row.district_name,
      unit: row.unit_name,
      matterId: row.matter_id,
      likes: row.likes,
      dislikes: row.dislikes,
      // A source that never shows an answer says nothing about what is open.
      resolved: answered.has(row.kind) ? row.is_replied : null,
      source: row.kind,
      category: row.category_1,
    }
  })
}

/** All comments on a draft share its title, and only the kind of their author is known. */
function writerOf(
  kind: string,
  body: string,
  title: string,
  author: string | null,
): { title: string; author: string | null } {
  return kind === 'comments'
    ? { title: openingOf(body), author: null }
    : { title: normaliseText(title), author }
}

function openingOf(body: string): string {
  const [sentence = ''] = body.split(/[。!！?？;；\n]/u)
  return sentence.slice(0, OPENING)
}

/** Suggestions and money of all years that a topic may concern. */
async function readRecords(warehouse: Warehouse): Promise<Linkable[]> {
  const [suggestions, projects, procurements, payments] = await Promise.all([
    warehouse.query(topicQueries.linkSuggestions, {}),
    warehouse.query(topicQueries.linkProjects, {}),
    warehouse.query(topicQueries.linkProcurements, {}),
    warehouse.query(topicQueries.linkPayments, {}),
  ])
  const named =
    (kind: LinkKind) =>
    (row: LinkRow): Linkable => ({
      ...row,
      kind,
      unit: row.unit_name,
      date: row.record_date,
    })
  return [
    ...suggestions.map(named('suggestion')),
    ...projects.map(named('project')),
    ...procurements.map(named('procurement')),
    ...payments.map(named('payment')),
  ]
}

interface LinkRow extends Pick<Linkable, 'body' | 'place' | 'amount' | 'paid'> {
  ref: string
  label: string | null
  title: string
  unit_name: string | null
  record_date: string | null
}

async function readPrevious(warehouse: Warehouse): Promise<PreviousTopic[]> {
  const topics = new Map<string, { id: string; title: string; voiceIds: string[] }>()
  for (const row of await warehouse.query(topicQueries.previous, {})) {
    const topic = topics.get(row.topic_id) ?? { id: row.topic_id, title: row.title ?? '', voiceIds: [] }
    topic.voiceIds.push(row.voice_id)
    topics.set(row.topic_id, topic)
  }
  return [...topics.values()]
}

/** e.g. （沿用 120，新增 8，合并 1）; empty on a first run. */
function changes(events: readonly TopicEvent[]): string {
  const words = {
    kept: '沿用',
    renamed: '改名',
    new: '新增',
    merged: '合并',
    split: '拆分',
    ended: '结束',
  } as const
  const counts = Object.entries(words).map(([kind, word]) => {
    const count = events.filter((event) => event.kind === kind).length
    return count > 0 ? `${word} ${String(count)}` : ''
  })
  const said = counts.filter((text) => text !== '')
  return said.length > 1 ? `（${said.join('，')}）` : ''
}
