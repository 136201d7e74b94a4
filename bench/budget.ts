// All budget rules on invented payments of three sizes, each query beside a bare scan of the columns it names.
// npm run bench budget -- --sizes 1000000,3000000,10000000
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs, promisify } from 'node:util'
import { table } from '../cli/output.ts'
import { sumOf, type Spent } from './budget/clock.ts'
import type { Measured } from './budget/measure.ts'

const root = join(import.meta.dirname, '..')
const { values } = parseArgs({
  args: process.argv.slice(3),
  options: { sizes: { type: 'string', default: '1000000,3000000,10000000' } },
})
const run = promisify(execFile)

async function node(script: string, ...args: string[]): Promise<string> {
  const program = [join(root, 'bin', 'tsx.cjs'), join(root, 'bench', 'budget', script), ...args]
  return (await run(process.execPath, program, { cwd: root, maxBuffer: 1 << 24 })).stdout
}

async function measure(size: string): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'huizhi-bench-'))
  try {
    const file = join(folder, 'budget.duckdb')
    await node('prepare.ts', size, file)
    const stdout = await node('measure.ts', file)
    return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Measured
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const results: Measured[] = []
for (const size of values.sizes.split(',')) results.push(await measure(size))
const seconds = ({ wall, processor }: Spent): string => `${wall.toFixed(1)}（${processor.toFixed(1)}）`
const runs = [
  ['全部', 'whole'],
  ['加年内最后一个月', 'lastMonth'],
  ['再加下一年第一个月', 'firstMonth'],
] as const
console.log('秒，括号内为处理器秒（两核合计）')
console.log(
  table(
    ['支付笔数', '核对', '取数', '判断', '写结果', '合计', '分年度取数 项', '沿用 项'],
    results.flatMap((one) =>
      runs.map(([name, key]) => {
        const { reading, judging, writing, asked, taken } = one[key]
        const all = sumOf(reading, judging, writing)
        return [one.payments, name, ...[reading, judging, writing, all].map(seconds), asked, taken]
      }),
    ),
  ),
)
console.log(
  table(
    ['支付笔数', '逐笔核对', '疑点', '每百万笔 处理器秒', '内存 MB'],
    results.map(({ payments, candidates, findings, whole, peakBytes }) => [
      payments,
      candidates,
      findings,
      ((sumOf(whole.reading, whole.judging, whole.writing).processor / payments) * 1e6).toFixed(1),
      Math.round(peakBytes / 2 ** 20),
    ]),
  ),
)
const largest = results.at(-1)
console.log(`\n${String(largest?.payments ?? 0)} 笔时逐查询的处理器秒，“裸扫”只读同样的列`)
console.log(
  table(
    ['查询', '规则', '行数', '秒', '裸扫 秒', '倍'],
    [...(largest?.queries ?? [])]
      .sort((a, b) => b.spent.processor - a.spent.processor)
      .map(({ query, owners, rows, spent, bare }) => [
        query.replace(/^budget\/|\.sql$/gu, ''),
        owners.join(' '),
        rows,
        spent.processor.toFixed(2),
        bare.processor.toFixed(2),
        (spent.processor / Math.max(bare.processor, 0.001)).toFixed(1),
      ]),
  ),
)
