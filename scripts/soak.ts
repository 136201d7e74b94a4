// npm run soak -- [--updates N] [--restarts N] [--cuts N] [--minutes N] [--size 1080p|4k] [--home DIR] [--dist DIR]
// The long run: see bench/wall/soak.ts. 9,072 updates are 72 hours of a publish every ten minutes and a scene every 30 s.
import { parseArgs } from 'node:util'
import { DrivenServer } from '../bench/wall/driven-server.ts'
import { withSampleHome } from '../bench/wall/home.ts'
import { soak, type SoakResult } from '../bench/wall/soak.ts'
import type { Slope } from '../bench/wall/slope.ts'
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

async function run(home: string): Promise<void> {
  const server = new DrivenServer(home, values.dist)
  const wall = await WallPage.open('/usr/bin/chromium', size)
  try {
    const { url, link, scenes } = await server.start()
    await wall.page.goto(url + link)
    const result = await soak(server, wall, scenes, {
      updates: Number(values.updates),
      restarts: Number(values.restarts),
      cuts: Number(values.cuts),
      samples: 40,
      limitMs: Number(values.minutes) * 60_000,
    })
    console.log(JSON.stringify({ size: values.size, ...result }, null, 1))
    console.log(sentence(result))
  } finally {
    await wall.browser.close()
    await server.kill()
  }
}

function sentence({ heap, objects, updates, dropped, reconnects, restarts }: SoakResult): string {
  const verdict = ({ isZeroPlausible }: Slope) => (isZeroPlausible ? '与零无显著差别' : '与零有显著差别')
  const slope = (fit: Slope, divisor: number) => {
    const [middle, low, high] = [fit.slope, fit.low, fit.high].map((value) => (value / divisor).toFixed(1))
    return `${middle}（95% 区间 ${low} 至 ${high}），${verdict(fit)}`
  }
  return (
    `更新 ${updates} 次，丢失 ${dropped} 次，服务重启 ${restarts} 次，重连 ${reconnects} 次；` +
    `每千次更新：堆 ${slope(heap, 1024)} kB；对象数 ${slope(objects, 1)}`
  )
}

await withSampleHome(values.home, run)
