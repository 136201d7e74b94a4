import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { stringify } from 'yaml'
import { isoDay, today } from './generator/calendar.ts'
import { agendaFiles } from './generator/files/agenda-files.ts'
import { fiscalFiles, ledgerFiles } from './generator/files/fiscal-files.ts'
import { tenderFiles } from './generator/files/tender-files.ts'
import { budgetFiles } from './generator/files/budget-files.ts'
import { masterFiles } from './generator/files/master-files.ts'
import { manifestOf, type SampleManifest } from './generator/files/planted.ts'
import { plantedText } from './generator/files/planted-text.ts'
import { commentFiles, petitionFiles, suggestionFiles } from './generator/files/voice-files.ts'
import { type SampleFile, writeFilePlan } from './generator/files/write.ts'
import { buildWorld } from './generator/world.ts'

/** Today in the sample world, 'YYYY-MM-DD'. */
export const samplesToday = isoDay(today)

export type { SampleManifest } from './generator/files/planted.ts'

/**
 * Writes every sample file, PLANTED.md and planted.yaml below `outDir` and says what they hold. Two runs give the
 * same bytes.
 */
export async function generateSamples(outDir: string): Promise<SampleManifest> {
  const world = buildWorld()
  const plans = [
    ...masterFiles(world),
    ...suggestionFiles(world),
    ...petitionFiles(world),
    ...commentFiles(world),
    ...budgetFiles(world),
    ...agendaFiles(world),
    ...fiscalFiles(world),
    ...ledgerFiles(world),
    ...tenderFiles(world),
  ]
  await mkdir(outDir, { recursive: true })
  const files: SampleFile[] = []
  for (const plan of plans) files.push(await writeFilePlan(outDir, plan))
  const manifest = manifestOf(world, files)
  // YAML, so that `huizhi ingest data-samples` does not take the list for a table.
  await writeFile(join(outDir, 'planted.yaml'), stringify(manifest, { lineWidth: 0 }))
  await writeFile(join(outDir, 'PLANTED.md'), plantedText(manifest))
  return manifest
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: { out: { type: 'string', default: fileURLToPath(new URL('.', import.meta.url)) } },
  })
  const manifest = await generateSamples(resolve(values.out))
  const rows = manifest.files.reduce((sum, file) => sum + file.rows, 0)
  process.stdout.write(`已生成 ${manifest.files.length} 个示例文件，共 ${rows} 行，写入 ${values.out}\n`)
}
