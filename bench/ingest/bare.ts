// The limit: the bare engine's own reader into a table of a file; for XLSX, unzipping and SAX alone.
// node bin/tsx.cjs bench/ingest/bare.ts FORMAT FILE
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { SaxesParser } from 'saxes'
import yauzl from 'yauzl'
import { peakMemory, processorSeconds } from '../process-use.ts'
import { paymentColumns } from './payments.ts'

const [format = '', path = ''] = process.argv.slice(2)

export interface Bare {
  seconds: number
  cpu: number
  peakBytes: number
}

const readers: Readonly<Record<string, string>> = {
  csv: 'read_csv($path, all_varchar = true, header = true)',
  ndjson: `read_json($path, format = 'newline_delimited', columns = {${paymentColumns.map((name) => `'${name}': 'VARCHAR'`).join(', ')}})`,
}

async function loadBare(reader: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'huizhi-bare-'))
  try {
    const instance = await DuckDBInstance.create(join(folder, 'bare.duckdb'))
    const connection = await instance.connect()
    await connection.run(`create table bare as select * from ${reader}`, { path })
    connection.closeSync()
    instance.closeSync()
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Every part of the workbook through unzip and SAX; only the text is counted. */
async function parseBare(): Promise<void> {
  const zip = await yauzl.openPromise(path, { autoClose: false })
  let characters = 0
  for await (const entry of zip.eachEntry()) {
    const parser = new SaxesParser({})
    parser.on('text', (text) => {
      characters += text.length
    })
    const stream = await zip.openReadStreamPromise(entry)
    stream.setEncoding('utf8')
    for await (const chunk of stream) parser.write(chunk as string)
    parser.close()
  }
  zip.close()
  if (characters === 0) throw new Error('the workbook holds no text')
}

const start = performance.now()
const before = processorSeconds()
const reader = readers[format]
await (reader === undefined ? parseBare() : loadBare(reader))
const bare: Bare = {
  seconds: (performance.now() - start) / 1000,
  cpu: processorSeconds() - before,
  peakBytes: peakMemory(),
}
console.log(JSON.stringify(bare))
