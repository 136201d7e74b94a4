import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readRecords } from '#ingest'
import { readRisk, riskKinds, riskLevels } from '../../analysis/risk/index.ts'
import { normaliseText } from '../../analysis/text/index.ts'
import { table } from '../../cli/output.ts'

const INVENTED = join(import.meta.dirname, '..', '..', 'tests', 'analysis', 'risk', '虚构留言.tsv')

/** Precision and recall per kind on the invented messages; a guard against falling back, not an accuracy in the field. */
export function measureInventedRisks(): string {
  const labelled = readFileSync(INVENTED, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [kind = '', text = ''] = line.split('\t')
      return { kind, found: readRisk('', text)?.kinds ?? [] }
    })
  const rows = riskKinds.map((kind) => {
    const own = labelled.filter((one) => one.kind === kind)
    const hits = own.filter((one) => one.found.includes(kind)).length
    const alarms = labelled.filter((one) => one.kind === '无' && one.found.includes(kind)).length
    return [kind, own.length, (hits / Math.max(1, hits + alarms)).toFixed(3), (hits / own.length).toFixed(3)]
  })
  return table(['类别', '条数', '查准率', '查全率'], rows)
}

/** How many real messages are marked at each level, copies counted once; no text is shown. */
export async function countRealRisks(files: readonly string[]): Promise<string> {
  const seen = new Set<string>()
  const counts = new Map<string, number>()
  for (const file of files) {
    const { columns, rows } = await readRecords(file)
    const titleAt = columns.indexOf('留言主题')
    const bodyAt = columns.indexOf('留言详情')
    for (const row of rows) {
      const title = normaliseText(row[titleAt] ?? '')
      const body = normaliseText(row[bodyAt] ?? '')
      const key = `${title}\n${body}`
      if (seen.has(key)) continue
      seen.add(key)
      const level = readRisk(title, body)?.level ?? '无'
      counts.set(level, (counts.get(level) ?? 0) + 1)
    }
  }
  return table(
    ['等级', '件数', '占比'],
    [...riskLevels, '无'].map((level) => {
      const count = counts.get(level) ?? 0
      return [level, count, (count / Math.max(1, seen.size)).toFixed(4)]
    }),
  )
}
