import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { shanghaiDay } from '#calendar'
import { generateSamples, samplesToday } from '#samples'
import { ingestPaths } from '#ingest'
import { runAnalysis } from '#analysis'
import type { CommandContext } from '../command.ts'
import { analysisContext } from '../commands/analysis-context.ts'
import { openSampleCases } from './cases.ts'
import { nameSampleOffice } from './office.ts'
import { declareSampleSources } from './sources.ts'

const samples = join(import.meta.dirname, '..', '..', 'data-samples')

/**
 * Brings a data home to the state the demonstration starts from: sample files generated, ingested and analysed, some
 * findings worked as cases, and the deliveries that are expected declared.
 * Everything already done is recognised and skipped.
 */
export async function prepareDemo(context: CommandContext): Promise<void> {
  const { warehouse, dataDir, now, progress } = context
  if (!existsSync(join(samples, 'petitions'))) {
    progress('正在生成示例数据…')
    await generateSamples(samples)
  }
  const today = shanghaiDay(now())
  const { loads } = await ingestPaths(warehouse, [samples], {
    dataDir,
    actor: 'demo',
    now,
    today: today > samplesToday ? today : samplesToday,
    onProgress: ({ file, rows }) => {
      progress(`接入 ${file}：${rows} 行`)
    },
  })
  const accepted = loads.reduce((sum, load) => sum + load.accepted, 0)
  progress(accepted > 0 ? `已接入 ${accepted} 行，正在分析…` : '示例数据未变，沿用上次结果')
  await runAnalysis(analysisContext(context))
  await nameSampleOffice(dataDir)
  const cases = await openSampleCases(context)
  if (cases > 0) progress(`已按示例办理 ${String(cases)} 件案件`)
  await declareSampleSources(context)
}
