import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CampaignList, GroupCounts, Role, VoiceList, VoiceMatter } from '#contract'
import { runAnalysis } from '#analysis'
import { loadRows, petition } from '../helpers/loads.ts'
import { Harness } from './harness.ts'

const BODY =
  '我们是杏林花园小区的住户，小区南门外的夜市每天营业到凌晨两点，油烟和叫卖声让人无法休息，投诉多次没有结果，请求尽快规范。'
const OWN = '我家老人因此两次住院。'
const FORM = Array.from({ length: 6 }, (_, index) =>
  petition(`F${String(index)}`, {
    title: '杏林花园小区夜市扰民',
    body: index === 5 ? `${BODY}${OWN}` : BODY.replace('两点', `两点${String(index)}分`),
    author: `张示例${String(index)}`,
    created_at: `2026-02-0${String(index + 1)}T02:00:00Z`,
  }),
)
const OTHERS = [
  petition('O1', {
    title: '杏林花园小区门口夜市油烟',
    body: '杏林花园小区门口夜市油烟大，凌晨还在叫卖，请规范夜市。',
    created_at: '2026-02-08T02:00:00Z',
  }),
  petition('O2', {
    title: '银杏家园小区夜市扰民',
    body: BODY.replaceAll('杏林花园', '银杏家园'),
    created_at: '2026-02-09T02:00:00Z',
  }),
]

let api: Harness

beforeAll(async () => {
  api = await Harness.start()
  await loadRows(api.warehouse, { kind: 'petitions', fileName: '夜市.csv', rows: [...FORM, ...OTHERS] })
})
afterAll(async () => {
  await api.stop()
})

async function analyse(): Promise<void> {
  const context = {
    warehouse: api.warehouse,
    modelsDir: `${api.dataDir}/models`,
    now: api.clock.now(),
    log: () => undefined,
  }
  await runAnalysis(context, { only: ['voices', 'matters'] })
}

const matterOf = async (id: string): Promise<VoiceMatter> =>
  (await api.get<VoiceMatter>('leader', `/voices/petitions:${id}/matter`)).body

const listOf = async (query: string): Promise<VoiceList> =>
  (await api.get<VoiceList>('leader', `/voices?pageSize=100&${query}`)).body

describe('matters', () => {
  it('are one voice each, without a name, before grouping has run; then they have one', async () => {
    expect(await matterOf('F0')).toMatchObject({ matterId: null, related: [], campaign: null })
    await analyse()
    expect((await matterOf('F0')).matterId).not.toBeNull()
  })

  it('have as many voices as the list filtered by them, which counts one matter', async () => {
    const matter = await matterOf('F0')
    const list = await listOf(`matter=${encodeURIComponent(matter.matterId ?? '')}`)
    expect(list.total).toBe(matter.voices)
    expect(list.matters).toBe(1)
    const ids = list.items.map((item) => item.voiceId).sort()
    expect(ids).toEqual(['F0', 'F1', 'F2', 'F3', 'F4', 'F5', 'O1'].map((id) => `petitions:${id}`))
    expect(matter.sources.petitions + matter.sources.hotline).toBe(matter.voices)
  })

  it('hold every voice once: the matters of all voices add up to the list', async () => {
    const all = await listOf('')
    const ids = new Map<string, number>()
    for (const { voiceId } of all.items) {
      const { body } = await api.get<VoiceMatter>('leader', `/voices/${encodeURIComponent(voiceId)}/matter`)
      ids.set(body.matterId ?? voiceId, body.voices)
    }
    expect([...ids.values()].reduce((sum, voices) => sum + voices, 0)).toBe(all.total)
    expect(ids.size).toBe(all.matters)
  })

  it('show what a copy has of its own, and leave another estate’s form letter out', async () => {
    const { related } = await matterOf('F0')
    const last = related.find((one) => one.voiceId === 'petitions:F5')
    expect(last?.relation).toBe('near')
    expect(last?.ownSentences.join('')).toContain('两次住院')
    expect(last?.difference?.some((part) => part.kind === 'added' && part.text.includes('住院'))).toBe(true)
    expect(related.find((one) => one.voiceId === 'petitions:O1')?.relation).toBe('same')
    expect(related.map((one) => one.voiceId)).not.toContain('petitions:O2')
    expect((await matterOf('O2')).voices).toBe(1)
  })

  it('count no more than the voices, in categories and districts', async () => {
    const { body } = await api.get<GroupCounts>('leader', '/voices/counts')
    for (const { voices, matters } of [...body.categories, ...body.districts]) {
      expect(matters).toBeGreaterThan(0)
      expect(matters).toBeLessThanOrEqual(voices)
    }
  })

  it('of a voice that is not there are not found', async () => {
    expect((await api.get('leader', '/voices/petitions:nobody/matter')).status).toBe(404)
  })
})

describe('campaigns', () => {
  it('are named with evidence and both counts, on the list and on the voice', async () => {
    const { items } = (await api.get<CampaignList>('leader', '/campaigns')).body
    const matter = await matterOf('F0')
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({ matterId: matter.matterId, voices: 7, copies: 6, authors: 6 })
    expect(items[0]?.evidence).toContain('6')
    expect(matter.campaign?.label).toBe(items[0]?.label)
  })
})

describe('the screen role', () => {
  it.each(['/voices/petitions:F0/matter', '/campaigns', '/voices/counts'])(
    'may not read %s',
    async (path) => {
      const screen: Role = 'screen'
      expect((await api.get(screen, path)).status).toBe(403)
    },
  )
})
