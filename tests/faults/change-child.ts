// A process that replays or pulls until it is killed or done: argv = 'replay' or 'pull', data home.
import { readdirSync } from 'node:fs'
import { openWarehouse } from '#warehouse'
import { Intake } from '../../ingest/intake/intake.ts'
import { changeLoads } from '../../ingest/loads/change.ts'

const [task = '', dataDir = ''] = process.argv.slice(2)
const now = () => new Date()
process.send?.('started')
const warehouse = await openWarehouse({ dataDir })

async function replay(): Promise<void> {
  // The loads by number, one replay after another; those done before change nothing.
  const files = readdirSync(`${dataDir}/wanted`).sort()
  for (const loadId of files) {
    const rows = [{ loadId, ids: null }]
    await changeLoads(warehouse, { action: 'replay', rows }, { dataDir, actor: '张示例', now })
    process.send?.(loadId)
  }
}

async function pull(): Promise<void> {
  const intake = new Intake({ warehouse, dataDir, now, secret: () => undefined })
  await intake.recover()
  for (;;) {
    const signal = new AbortController().signal
    await intake.run('信箱', { trigger: 'manual', actor: '张示例', signal })
    process.send?.('pulled')
  }
}

await (task === 'replay' ? replay() : pull())
await warehouse.close()
process.disconnect()
