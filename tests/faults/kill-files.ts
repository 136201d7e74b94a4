import { mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Rows of one file, and how many of them the next file brings again. */
export const rowsPerFile = 300
export const overlap = 60

/** What the warehouse holds after the files 0 … count-1: nothing lost, nothing doubled. */
export function expectedAfter(count: number) {
  return {
    payments: count === 0 ? 0 : count * (rowsPerFile - overlap) + overlap,
    seenAgain: Math.max(0, count - 1) * overlap,
    quarantined: count,
    sealed: count,
  }
}

/**
 * Writes payment file `index` into `folder`: 300 payments of which 60 come again in the next file, one row without an
 * amount, one purpose with a telephone number in it. The same index always gives the same bytes and the same time.
 */
export function writeKillFile(folder: string, index: number): string {
  mkdirSync(folder, { recursive: true })
  const lines = ['凭证号,预算单位,收款人,金额,支付日期,用途']
  const first = index * (rowsPerFile - overlap)
  for (let row = first; row < first + rowsPerFile; row++) lines.push(payment(row))
  lines.push(`缺${index},云岭市示例局,示例公司,,2026-01-05,办公用品`)
  const path = join(folder, `支付_${String(index).padStart(4, '0')}.csv`)
  writeFileSync(path, `${lines.join('\n')}\n`)
  const at = new Date(Date.UTC(2026, 0, 1, 0, index))
  utimesSync(path, at, at)
  return path
}

function payment(row: number): string {
  const day = String((row % 28) + 1).padStart(2, '0')
  // One of the rows that only this file brings.
  const holdsPhone = row % (rowsPerFile - overlap) === overlap + 7
  const purpose = holdsPhone ? '差旅费，联系电话13800000000' : '差旅费'
  return `V${row},云岭市示例局,示例公司${row % 17},${row % 97}.25,2026-01-${day},${purpose}`
}
