// The product's server over a data home, with walls whose data moves on command. Started by fork; killed at will.
import { createServer, createSignInLink } from '#api'
import { builtInScenes } from '#wall'
import { openWarehouse } from '#warehouse'
import { changingSource, type Drive } from './changing-source.ts'
import { haste, type Order, type Ready } from './protocol.ts'

const [dataDir = '', distDir = '', port = '0'] = process.argv.slice(2)
const drive: Drive = { step: 0, scene: 0, moved: 'all' }
const now = () => new Date()

const warehouse = await openWarehouse({ dataDir, now })
const server = await createServer({
  warehouse,
  ingest: async () => ({ loads: [], errors: [], notes: [] }),
  analyse: async () => undefined,
  retrain: async () => undefined,
  now,
  logger: false,
  distDir,
  dataDir,
  uploadLimit: 1024,
  productVersion: '0',
  commands: {},
  host: '127.0.0.1',
  port: Number(port),
  wallTickMs: 1000 / haste,
  heartbeatMs: 15_000 / haste,
  feedSource: (live) => changingSource(live, drive),
})
process.on('message', (order: Order) => {
  if (order.do === 'step') drive.step = order.step
  else if (order.do === 'show') drive.scene = order.scene
  else drive.moved = order.what
})
const { path } = await createSignInLink(warehouse, { role: 'screen', now: now() })
const ready: Ready = { url: server.url, link: path, scenes: builtInScenes.map(({ id }) => id) }
process.send?.(ready)
