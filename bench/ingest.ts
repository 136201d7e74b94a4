// Taking files in, end to end, beside the bare engine's reader on the same files in the same run.
// npm run bench ingest -- --rows 100000
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs, promisify } from 'node:util'
import { table } from '../cli/output.ts'
import type { Bare } from './ingest/bare.ts'
import { writeBenchFiles, type BenchCase } from './ingest/files.ts'
import type { Measured } from './ingest/measure.ts'

const root = join(import.meta.dirname, '..')
const { values } = parseArgs({
  args: process.argv.slice(3),
  options: { rows: { type: 'string', default: '1000000' }, only: { type: 'string' } },
})
const run = promisify(execFile)

async function inChild<T>(script: string, args: readonly string[]): Promise<T> {
  const file = join(root, 'bench', 'ingest', script)
  const { stdout } = await run(process.execPath, [join(root, 'bin', 'tsx.cjs'), file, ...args], {
    cwd: root,
    maxBuffer: 1 << 24,
  })
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as T
}

const megabytes = (bytes: number): number => Math.round(bytes / 2 ** 20)

async function measure(one: BenchCase): Promise<{ row: (string | number)[]; more: string | null }> {
  const bare = await inChild<Bare>('bare.ts', [one.format, one.path])
  const ours = await inChild<Measured>('measure.ts', one.more === null ? [one.path] : [one.path, one.more])
  const row = [
    one.name,
    ours.rows,
    ours.quarantined,
    ours.load.toFixed(1),
    Math.round(ours.rows / ours.load),
    bare.seconds.toFixed(1),
    `${(ours.load / bare.seconds).toFixed(1)}×`,
    `${ours.loadCpu.toFixed(1)} / ${bare.cpu.toFixed(1)}`,
    `${(ours.loadCpu / bare.cpu).toFixed(1)}×`,
    ours.build.toFixed(1),
    megabytes(ours.loadPeakBytes),
    megabytes(ours.peakBytes),
    megabytes(bare.peakBytes),
  ]
  const { more } = ours
  return {
    row,
    more: more && `再接入 100 行：接入 ${more.load.toFixed(1)} 秒，重建与核对 ${more.build.toFixed(1)} 秒`,
  }
}

const folder = await mkdtemp(join(tmpdir(), 'huizhi-bench-'))
try {
  const files = await writeBenchFiles(folder, Number(values.rows))
  const results = []
  for (const one of files)
    if (values.only === undefined || one.format === values.only) results.push(await measure(one))
  console.log(
    table(
      [
        '文件',
        '行数',
        '隔离',
        '接入 秒',
        '行/秒',
        '裸读 秒',
        '倍数',
        '处理器 秒',
        '倍数',
        '重建 秒',
        '接入内存 MB',
        '含重建 MB',
        '裸读内存 MB',
      ],
      results.map(({ row }) => row),
    ),
  )
  for (const { more } of results) if (more !== null) console.log(more)
} finally {
  await rm(folder, { recursive: true, force: true })
}
