import { exportQueries, type Warehouse } from '#warehouse'
import { groupBy } from '../../cli/group-by.ts'

/** The first topics as ranks, ids and counts; no title, because titles are words of real letters. */
export async function topicRows(warehouse: Warehouse, limit: number): Promise<(string | number)[][]> {
  const topics = await warehouse.query(exportQueries.topics, {})
  const records = await warehouse.query(exportQueries.topicRecords, {})
  const recordIds = groupBy(
    records,
    (record) => record.topic_id,
    (record) => record.record_id,
  )
  return topics.slice(0, limit).map((topic) => {
    const ids = recordIds.get(topic.topic_id) ?? []
    const shown = ids.slice(0, 6).join(' ')
    return [
      topic.rank,
      topic.topic_id,
      topic.heat.toFixed(1),
      topic.voices,
      topic.matters,
      `${topic.from_date ?? '—'}–${topic.to_date ?? '—'}`,
      ids.length > 6 ? `${shown} …` : shown,
    ]
  })
}

/** Findings per rule, and the rules that could not run. */
export async function findingRows(
  warehouse: Warehouse,
): Promise<{ found: (string | number)[][]; notApplied: string[] }> {
  const findings = await warehouse.query(exportQueries.findings, {})
  const rules = new Map<string, { name: string; findings: number; severities: Map<string, number> }>()
  for (const { rule, rule_name, severity } of findings) {
    const entry = rules.get(rule) ?? { name: rule_name, findings: 0, severities: new Map<string, number>() }
    entry.findings += 1
    entry.severities.set(severity, (entry.severities.get(severity) ?? 0) + 1)
    rules.set(rule, entry)
  }
  const notApplied = await warehouse.query(exportQueries.rulesNotApplied, {})
  return {
    found: [...rules]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([rule, { name, findings: count, severities }]) => [
        rule,
        name,
        count,
        [...severities].map(([severity, times]) => `${severity}${times}`).join(' '),
      ]),
    notApplied: notApplied.map(({ rule }) => rule),
  }
}
