import { type PlantedAnomaly } from '../budget/planted.ts'
import { dayOfMinute, isoDay } from '../calendar.ts'
import { unitOf } from '../units.ts'
import { type World } from '../world.ts'
import { yuan } from './table.ts'
import { type SampleFile } from './write.ts'

/** What is hidden in the sample files, for tests and for people. */
export interface SampleManifest {
  today: string
  controlLimit: string
  counts: Record<string, number>
  anomalies: PlantedAnomalyRecord[]
  /** Published accounts that contradict themselves (B46). */
  flawedAccounts: { agency_code: string; agency_name: string; fiscal_year: number; flaws: string[] }[]
  lookAlikes: LookAlikeRecord[]
  topics: PlantedTopicRecord[]
  loudest: { petition_id: string; likes: number }
  busiestAuthor: { author: string; petitions: number }
  files: SampleFile[]
}

export interface PlantedAnomalyRecord {
  rule: string
  agency_code: string
  agency_name: string
  fiscal_year: number
  matter: string
  amount: string
  pay_cert_nos: string[]
  bgt_ids: string[]
  story: string
  may_also_raise: string[]
}

export interface LookAlikeRecord {
  name: string
  must_not_raise: string[]
  agency_code: string
  fiscal_year: number
  pay_cert_nos: string[]
  bgt_ids: string[]
  story: string
}

export interface PlantedTopicRecord {
  id: string
  title: string
  place: string
  district: string
  street: string
  category_1: string
  from: string
  to: string
  petition_ids: string[]
  suggestion_ids: string[]
  comment_ids: string[]
}

export function manifestOf(world: World, files: SampleFile[]): SampleManifest {
  const { budget } = world
  const loudest = [...world.petitions].sort((left, right) => (right.likes ?? 0) - (left.likes ?? 0))[0]
  const busiest = 'U00918273'
  return {
    today: '2026-10-31',
    controlLimit: '500000.00',
    counts: {
      suggestions: world.suggestions.length,
      petitions: world.petitions.length,
      comments: world.comments.length,
      budget_lines: budget.lines.length,
      budget_adjustments: budget.adjustments.length,
      payments: budget.payments.length,
      transfers: budget.transfers.length,
      procurements: budget.procurements.length,
      proceedings: world.proceedings.length,
      livelihood_projects: world.projects.length,
      revenues: world.fiscal.revenues.length,
      expenditures: world.fiscal.expenditures.length,
      debts: world.fiscal.debts.length,
      treasury_months: world.ledgers.treasury.length,
      investments: world.ledgers.investments.length,
      receivables: world.ledgers.receivables.length,
      bids: world.tenders.bids.length,
      disclosures: world.tenders.disclosures.length,
    },
    anomalies: budget.anomalies.map(anomalyRecord),
    flawedAccounts: world.tenders.accounts
      .filter(({ flaws }) => flaws.length > 0)
      .map(({ agencyCode, agencyName, year, flaws }) => ({
        agency_code: agencyCode,
        agency_name: agencyName,
        fiscal_year: year,
        flaws: [...flaws],
      })),
    lookAlikes: budget.lookAlikes.map(
      ({ name, mustNotRaise, agencyCode, fiscalYear, story, payments, lines }) => ({
        name,
        must_not_raise: mustNotRaise,
        agency_code: agencyCode,
        fiscal_year: fiscalYear,
        pay_cert_nos: payments.map(({ certNo }) => certNo),
        bgt_ids: lines.map(({ bgtId }) => bgtId),
        story,
      }),
    ),
    topics: topicRecords(world),
    loudest: { petition_id: loudest?.petitionId ?? '', likes: loudest?.likes ?? 0 },
    busiestAuthor: {
      author: busiest,
      petitions: world.petitions.filter(({ author }) => author === busiest).length,
    },
    files,
  }
}

function anomalyRecord(anomaly: PlantedAnomaly): PlantedAnomalyRecord {
  return {
    rule: anomaly.rule,
    agency_code: anomaly.agencyCode,
    agency_name: unitOf(anomaly.agencyCode).name,
    fiscal_year: anomaly.fiscalYear,
    matter: anomaly.matter,
    amount: yuan(anomaly.amount),
    pay_cert_nos: anomaly.payments.map(({ certNo }) => certNo).sort(),
    bgt_ids: [
      ...new Set([...anomaly.lines.map(({ bgtId }) => bgtId), ...anomaly.payments.map(({ bgtId }) => bgtId)]),
    ].filter(Boolean),
    story: anomaly.story,
    may_also_raise: anomaly.mayAlsoRaise,
  }
}

function topicRecords(world: World): PlantedTopicRecord[] {
  return world.topics.map((topic) => {
    const petitions = world.petitions.filter((row) => row.topic === topic.id)
    const suggestions = world.suggestions.filter((row) => row.topic === topic.id)
    const comments = world.comments.filter((row) => row.topic === topic.id)
    const days = [
      ...petitions.map(({ created }) => dayOfMinute(created)),
      ...suggestions.map(({ submitted }) => submitted),
      ...comments.map(({ created }) => dayOfMinute(created)),
    ]
    return {
      id: topic.id,
      title: topic.title,
      place: topic.place,
      district: topic.street.district.name,
      street: topic.street.name,
      category_1: topic.matter.levels[0],
      from: isoDay(Math.min(...days)),
      to: isoDay(Math.max(...days)),
      petition_ids: petitions.map(({ petitionId }) => petitionId),
      suggestion_ids: suggestions.map(({ suggestionId }) => suggestionId),
      comment_ids: comments.map(({ commentId }) => commentId),
    }
  })
}
