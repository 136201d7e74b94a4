// Reading and grouping of invented messages end to end, beside bare jieba on the same messages in the same run.
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { table } from '../cli/output.ts'
import { buildMeasure } from './text/build.ts'
import type { Measured } from './text/measure.ts'
import { clockPeer } from './text/peer.ts'

const root = join(import.meta.dirname, '..')
const sizes = process.argv.slice(3).map(Number)
const run = promisify(execFile)
const program = await buildMeasure()

async function measure(count: number): Promise<Measured> {
  const { stdout } = await run(process.execPath, [program, String(count)], { cwd: root, maxBuffer: 1 << 24 })
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Measured
}

const rows: (string | number)[][] = []
const askedRows: (string | number)[][] = []
for (const count of sizes.length > 0 ? sizes : [10_000, 100_000, 1_000_000]) {
  const one = await measure(count)
  const total = Object.values(one.stages).reduce((sum, seconds) => sum + seconds, 0)
  const rate = one.messages / total
  const share = (processor: number): string =>
    `${((100 * one.bare.processor * one.messages) / processor).toFixed(1)}%`
  const each = (processor: number): string => ((1000 * processor) / one.messages).toFixed(3)
  const more = Object.values(one.incremental).reduce((sum, seconds) => sum + seconds, 0)
  rows.push([
    one.messages,
    one.characters,
    one.ingest.toFixed(1),
    (one.stages['voices'] ?? 0).toFixed(1),
    (one.stages['matters'] ?? 0).toFixed(1),
    Math.round(rate),
    Math.round(one.bare.rate),
    `${((100 * rate) / one.bare.rate).toFixed(1)}%`,
    share(one.processor),
    more.toFixed(1),
    (one.peakBytes / 2 ** 30).toFixed(2),
  ])
  askedRows.push([
    one.messages,
    (1000 * one.bare.processor).toFixed(3),
    each(one.asked),
    share(one.asked),
    each(one.processor),
    share(one.processor),
  ])
}
console.log(
  table(
    [
      '件数',
      '字/件',
      '接入 秒',
      '逐件 秒',
      '归并 秒',
      '件/秒',
      '裸分词 件/秒',
      '占裸分词',
      '按处理器时间',
      '再加 200 件 秒',
      '内存峰值 GB',
    ],
    rows,
  ),
)
console.log(
  `\n处理器毫秒/件与裸分词所占；“三项”只算规整、分词、文本特征、关键词、分类、比对特征和归并，“全程”另有要素、风险、读写逐件结果和起步：\n${table(
    ['件数', '裸分词', '三项', '三项：裸分词占', '全程', '全程：裸分词占'],
    askedRows,
  )}`,
)
const peer = await clockPeer()
console.log(
  `nlp.js，只算分类，词已切好：${String(peer.taught)} 件训练 ${peer.training.toFixed(1)} 秒处理器时间，每件 ${(1000 * peer.perMessage).toFixed(2)} 毫秒`,
)
