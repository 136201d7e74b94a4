import { createWriteStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { writeCsv } from '#ingest'
import { xlsxBytes } from '../../data-samples/generator/writers/xlsx.ts'
import { createRandom } from '../../data-samples/generator/prng.ts'
import { inventMessages } from '../text/messages.ts'
import { inventPayments, paymentColumns } from './payments.ts'

/** One measured file. `more` is a small second file of the same kind: a day's arrivals on a full warehouse. */
export interface BenchCase {
  readonly name: string
  readonly format: 'csv' | 'ndjson' | 'xlsx'
  readonly rows: number
  readonly path: string
  readonly more: string | null
}

const arrivals = 100

/** Writes the files of one run: `rows` payments as CSV and NDJSON, a tenth as CSV and XLSX, a fifth as messages. */
export async function writeBenchFiles(folder: string, rows: number): Promise<BenchCase[]> {
  const tenth = Math.ceil(rows / 10)
  const fifth = Math.ceil(rows / 5)
  const more = join(folder, 'more.csv')
  await writePayments(more, arrivals, 'more')
  const cases: BenchCase[] = [
    { name: '支付 CSV', format: 'csv', rows: tenth, path: join(folder, 'tenth.csv'), more: null },
    { name: '支付 CSV', format: 'csv', rows, path: join(folder, 'payments.csv'), more },
    { name: '支付 NDJSON', format: 'ndjson', rows, path: join(folder, 'payments.ndjson'), more: null },
    { name: '支付 XLSX', format: 'xlsx', rows: tenth, path: join(folder, 'payments.xlsx'), more: null },
    { name: '留言 CSV', format: 'csv', rows: fifth, path: join(folder, 'messages.csv'), more: null },
  ]
  for (const one of cases) await writeCase(one)
  return cases
}

async function writeCase({ name, format, rows, path }: BenchCase): Promise<void> {
  if (name.startsWith('留言')) await writeMessages(path, rows)
  else if (format === 'csv') await writePayments(path, rows)
  else if (format === 'ndjson') await writeNdjson(path, rows)
  else
    await writeFile(
      path,
      await xlsxBytes([
        { sheet: '支付', titles: [], header: paymentColumns, rows: [...inventPayments(rows)] },
      ]),
    )
}

async function writePayments(path: string, rows: number, seed?: string): Promise<void> {
  await writeCsv(path, paymentColumns, inventPayments(rows, seed))
}

async function writeNdjson(path: string, rows: number): Promise<void> {
  const lines = function* (): Generator<string> {
    let chunk = ''
    for (const row of inventPayments(rows)) {
      chunk += `${JSON.stringify(Object.fromEntries(paymentColumns.map((name, at) => [name, row[at]])))}\n`
      if (chunk.length < 1 << 16) continue
      yield chunk
      chunk = ''
    }
    yield chunk
  }
  await pipeline(Readable.from(lines()), createWriteStream(path))
}

/** One message in two hundred has neither title nor text; one in ten leaves a number to call. */
async function writeMessages(path: string, count: number): Promise<void> {
  const random = createRandom('callers')
  const rows = function* (): Generator<string[]> {
    for (const { id, title, day, body } of inventMessages(count)) {
      const call = random.chance(0.1)
        ? `我叫张示例，电话138${String(random.int(0, 99_999_999)).padStart(8, '0')}。`
        : ''
      const blank = random.chance(0.005)
      yield [id, `用户${id}`, blank ? '' : title, `${day} 09:00:00`, blank ? '' : body + call]
    }
  }
  await writeCsv(path, ['留言编号', '留言用户', '留言主题', '留言时间', '留言详情'], rows())
}
