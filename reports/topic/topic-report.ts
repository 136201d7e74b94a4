import { safeFileName } from '#documents'
import type { Warehouse } from '#warehouse'
import { renderTopicReport } from './document.ts'
import { readTopicFacts } from './facts.ts'

export interface Report {
  /** File name, with its ending. */
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * The report on one topic, made from the published data at the moment; null when there is no such topic.
 * @param made the day it is made, 'YYYY-MM-DD'
 * @throws ReportNotReady
 */
export async function topicReport(
  warehouse: Warehouse,
  topicId: string,
  made: string,
): Promise<Report | null> {
  const facts = await readTopicFacts(warehouse, topicId)
  if (facts === null) return null
  const name = safeFileName(`${facts.topic.title}（${made}）`, '.docx')
  return { name, bytes: await renderTopicReport(facts, made) }
}
