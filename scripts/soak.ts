// npm run soak -- [--updates N] [--restarts N] [--cuts N] [--minutes N] [--size 1080p|4k] [--home DIR] [--dist DIR]
// The long run: see bench/wall/soak.ts. 9,072 updates are 72 hours of a publish every ten minutes and a scene every 30 s.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openWarehouse } from '#warehouse'
import { DrivenServer } from '../bench/wall/driven-server.ts'
import { soak, type SoakResult } from '../bench/wall/soak.ts'
import { prepareDemo } from '../cli/demo.ts'
import { WallPage } from '../bench/wall/wall-page.ts'

const sizes = { '1080p': { width: 1920, height: 1080 }, '4k': { width: 3840, height: 2160 } }

const { values } = parseArgs({
  options: {
    updates: { type: 'string', default: '9072' },
    restarts: { type: 'string', default: '50' },
    cuts: { type: 'string', default: '20' },
    minutes: { type: 'string', default: '600' },
    size: { type: 'string', default: '1080p' },
    home: { type: 'string' },
    dist: { type: 'string' },
  },
})
const size = values.size === '4k' ? sizes['4k'] : sizes['1080p']
const home = values.home ?? (await fillHome())
const server = new DrivenServer(home, values.dist)
const wall = await WallPage.open('/usr/bin/chromium', size)
try {
  const { url, link, scenes } = await server.start()
  await wall.page.goto(url + link)
  const result = await soak(server, wall, scenes, {
    updates: Number(values.updates),
    restarts: Number(values.restarts),
    cuts: Number(values.cuts),
    limitMs: Number(values.minutes) * 60_000,
  })
  console.log(JSON.stringify({ size: values.size, ...result, samples: result.samples.length }, null, 1))
  console.log(sentence(result))
} finally {
  await wall.browser.close()
  await server.kill()
  if (values.home === undefined) await rm(home, { recursive: true, force: true })
}

/** A data home of its own with the samples read and analysed. */
async function fillHome(): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'huizhi-soak-'))
  const warehouse = await openWarehouse({ dataDir })
  await prepareDemo({ warehouse, dataDir, now: () => new Date(), progress: console.error })
  await warehouse.close()
  return dataDir
}

function sentence({ heap, updates, dropped, reconnects, restarts }: SoakResult): string {
  const kilobytes = (bytes: number) => (bytes / 1024).toFixed(1)
  const verdict = heap.isZeroPlausible ? '与零无显著差别' : '与零有显著差别'
  return (
    `更新 ${updates} 次，丢失 ${dropped} 次，服务重启 ${restarts} 次，重连 ${reconnects} 次；` +
    `堆的斜率每千次更新 ${kilobytes(heap.slope)} kB（95% 区间 ${kilobytes(heap.low)} 至 ${kilobytes(heap.high)}），${verdict}`
  )
}
