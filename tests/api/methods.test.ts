import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runAnalysis } from '#analysis'
import type { MethodDetail, MethodList } from '#contract'
import { measuresTable } from '../../analysis/jobs/measures-table.ts'
import { measureRows } from '../../analysis/measures/index.ts'
import { Harness } from './harness.ts'

let api: Harness
let modelsDir: string

const pages = new URL('../../docs/methods/', import.meta.url)

async function analyse(): Promise<void> {
  const context = { warehouse: api.warehouse, modelsDir, now: api.clock.now(), log: () => undefined }
  await runAnalysis(context, { only: ['voices', 'measures'] })
}

beforeAll(async () => {
  api = await Harness.start()
  modelsDir = await mkdtemp(join(tmpdir(), 'huizhi-methods-'))
  await analyse()
})

afterAll(async () => {
  await api.stop()
  await rm(modelsDir, { recursive: true })
})

describe('methods', () => {
  it('lists every page with its title, first paragraph and figures', async () => {
    const { body } = await api.get<MethodList>('leader', '/methods')
    const files = (await readdir(pages)).filter((name) => name.endsWith('.md'))
    expect(body.items.map(({ name }) => name).sort()).toEqual(files.map((name) => name.slice(0, -3)).sort())
    for (const { title, lead } of body.items) {
      expect(title).not.toBe('')
      expect(lead.length).toBeGreaterThan(10)
    }
    const extraction = body.items.find(({ name }) => name === '要素提取')
    expect(extraction?.measures.length).toBeGreaterThan(10)
    expect(body.versions.find(({ part }) => part === '逐件分析')?.version).toContain('entities-')
  })

  it('belongs every shipped figure to a page, with the data it was measured on', async () => {
    const files = await readdir(new URL('measures/', pages))
    const known = (await readdir(pages)).map((name) => name.replace(/\.md$/, ''))
    for (const file of files) expect(known).toContain(file.replace(/\.json$/, ''))
    const { body } = await api.get<MethodList>('leader', '/methods')
    for (const { measures } of body.items) for (const { basis } of measures) expect(basis).not.toBe('')
  })

  it('renders a page without raw HTML', async () => {
    const path = `/methods/${encodeURIComponent('要素提取')}`
    const { body } = await api.get<MethodDetail>('screen', path)
    expect(body.html).toContain('<h2>怎样判断</h2>')
    expect(body.html).not.toMatch(/<(?:script|img|iframe)/)
  })

  it('knows no page outside its folder', async () => {
    for (const name of ['../api', '没有', '%2e%2e%2fapi'])
      expect((await api.get('leader', `/methods/${encodeURIComponent(name)}`)).status).toBe(404)
  })

  it('replaces the figures of one method and source, and leaves the others', async () => {
    const count = async () => {
      const { body } = await api.get<MethodList>('leader', '/methods')
      return body.items.find(({ name }) => name === '分词')?.measures.length ?? 0
    }
    const before = await count()
    const write = (value: number) =>
      api.warehouse.writeResults(
        'test',
        [
          measuresTable(
            measureRows(
              '分词',
              'run',
              [{ name: '试量', value, unit: '件', n: 1, basis: '试' }],
              api.clock.now(),
            ),
          ),
        ],
        { fingerprint: String(value), startedAt: api.clock.now() },
      )
    await write(1)
    await write(2)
    expect(await count()).toBe(before + 1)
  })
})
