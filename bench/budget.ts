// All budget rules on invented payments of three sizes, each query beside a bare scan of the columns it names.
// npm run bench budget -- --sizes 1000000,3000000,10000000
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs, promisify } from 'node:util'
import { table } from '../cli/output.ts'
import type { Measured } from './budget/measure.ts'

const root = join(import.meta.dirname, '..')
const { values } = parseArgs({
  args: process.argv.slice(3),
  options: { sizes: { type: 'string', default: '1000000,3000000,10000000' } },
})
const run = promisify(execFile)

async function measure(size: string): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'huizhi-bench-'))
  try {
    const script = join(root, 'bench', 'budget', 'measure.ts')
    const args = [join(root, 'bin', 'tsx.cjs'), script, size, join(folder, 'budget.duckdb')]
    const { stdout } = await run(process.execPath, args, { cwd: root, maxBuffer: 1 << 24 })
    return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Measured
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const results: Measured[] = []
for (const size of values.sizes.split(',')) results.push(await measure(size))
console.log(
  table(
    [
      '支付笔数',
      '逐笔核对',
      '疑点',
      '取数 秒',
      '判断 秒',
      '合计 秒',
      '每百万笔 秒',
      '加一个月后重查 秒',
      '内存 MB',
    ],
    results.map((one) => [
      one.payments,
      one.candidates,
      one.findings,
      one.reading.toFixed(1),
      one.judging.toFixed(1),
      (one.reading + one.judging).toFixed(1),
      (((one.reading + one.judging) / one.payments) * 1e6).toFixed(1),
      one.nextMonth.toFixed(1),
      Math.round(one.peakBytes / 2 ** 20),
    ]),
  ),
)
const largest = results.at(-1)
console.log(`\n${String(largest?.payments ?? 0)} 笔时逐查询，“裸扫”只读同样的列`)
console.log(
  table(
    ['查询', '行数', '秒', '裸扫 秒'],
    [...(largest?.queries ?? [])]
      .sort((a, b) => b.seconds - a.seconds)
      .map((one) => [one.query, one.rows, one.seconds.toFixed(2), one.bare.toFixed(2)]),
  ),
)
