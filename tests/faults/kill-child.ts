// A process that takes files in until it is killed: argv = data home, folder of files, first file's number.
import { ingestPaths } from '../../ingest/pipeline/ingest-paths.ts'
import { openWarehouse } from '#warehouse'
import { writeKillFile } from './kill-files.ts'

const [dataDir = '', folder = '', first = '0'] = process.argv.slice(2)
process.send?.('started')
const warehouse = await openWarehouse({ dataDir })
for (let index = Number(first); ; index++) {
  const path = writeKillFile(folder, index)
  await ingestPaths(warehouse, [path], { dataDir, actor: '张示例', now: () => new Date() })
  process.send?.(index)
}
