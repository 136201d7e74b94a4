import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type {
  EmbargoItems,
  PairingState,
  Problem,
  RemoteView,
  Scene,
  SceneItem,
  SceneList,
  ScenePalette,
  ScriptView,
  StageState,
  WallDeviceItem,
  WallSnapshot,
} from '#contract'
import { createSignInLink } from '#api'
import { apiQueries } from '#warehouse'
import { Harness, type Answer } from './harness.ts'

let api: Harness

beforeAll(async () => {
  api = await Harness.start()
}, 60_000)
afterAll(async () => {
  await api.stop()
})

const wallSettings = {
  wall: null,
  name: '一号厅大屏',
  place: '办公楼一层',
  template: '16:9',
  viewing: 'near',
  seams: [],
  addresses: null,
}

/** A wall: a cookie, asking from an address of its own. */
class TestWall {
  cookie = ''
  readonly address: string

  constructor(address = '10.1.2.3') {
    this.address = address
  }

  async call<T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Answer<T>> {
    const response = await api.built.app.inject({
      method,
      url: `/api/v1${path}`,
      remoteAddress: this.address,
      headers: this.cookie === '' ? {} : { cookie: this.cookie },
      ...(body === undefined ? {} : { payload: body as object }),
    })
    const set = response.headers['set-cookie']
    if (set !== undefined) this.cookie = String(set).split(';', 1)[0] ?? ''
    const text = response.body
    return { status: response.statusCode, body: response.json<T>(), headers: response.headers, text }
  }

  async askForCode(): Promise<string> {
    const { body } = await this.call<PairingState>('POST', '/wall/pairing')
    return body.code ?? ''
  }
}

async function pairedWall(address?: string): Promise<{ wall: TestWall; device: WallDeviceItem }> {
  const wall = new TestWall(address)
  const code = await wall.askForCode()
  const { body } = await api.post<WallDeviceItem>('admin', '/wall/devices', { ...wallSettings, code })
  return { wall, device: body }
}

describe('pairing', () => {
  test('a wall shows a code, staff type it in, and its key begins to count', async () => {
    const wall = new TestWall()
    const asked = await wall.call<PairingState>('POST', '/wall/pairing')
    expect(asked.body.code).toMatch(/^\d{6}$/)
    expect(String(asked.headers['set-cookie'])).toMatch(/HttpOnly.*SameSite=Strict/)
    // The key opens nothing before somebody has typed the code in.
    expect((await wall.call<Problem>('GET', '/wall/snapshot')).body.code).toBe('API_WALL_UNPAIRED')
    // Asking again shows the same code.
    expect(await wall.askForCode()).toBe(asked.body.code)

    const paired = await api.post<WallDeviceItem>('admin', '/wall/devices', {
      ...wallSettings,
      code: asked.body.code,
    })
    expect(paired.body).toMatchObject({ state: 'active', addresses: '10.1.2.3', pairedBy: 'link:admin' })
    expect((await wall.call<PairingState>('GET', '/wall/pairing')).body.isPaired).toBe(true)
    const { body } = await wall.call<WallSnapshot>('GET', '/wall/snapshot')
    expect(body.wall).toMatchObject({ id: paired.body.wall.id, name: '一号厅大屏' })
  })

  test('a code works once, and not after five minutes', async () => {
    const wall = new TestWall()
    const code = await wall.askForCode()
    expect((await api.post('admin', '/wall/devices', { ...wallSettings, code })).status).toBe(200)
    const again = await api.post<Problem>('admin', '/wall/devices', { ...wallSettings, code })
    expect([again.status, again.body.code]).toEqual([409, 'WALL_CODE_INVALID'])

    const late = new TestWall()
    const old = await late.askForCode()
    api.clock.advance(5 * 60)
    expect((await api.post('admin', '/wall/devices', { ...wallSettings, code: old })).status).toBe(409)
    expect((await late.call<PairingState>('GET', '/wall/pairing')).body.code).toBeNull()
  })

  test('whoever guesses codes is stopped after five', async () => {
    api.clock.advance(16 * 60)
    const wall = new TestWall()
    const code = await wall.askForCode()
    const wrong = code === '000000' ? '000001' : '000000'
    const guess = () => api.post<Problem>('admin', '/wall/devices', { ...wallSettings, code: wrong })
    for (let time = 0; time < 5; time += 1) expect((await guess()).body.code).toBe('WALL_CODE_INVALID')
    expect((await guess()).body.code).toBe('API_TOO_MANY_ATTEMPTS')
    // The right one is refused too until the time is over.
    expect((await api.post('admin', '/wall/devices', { ...wallSettings, code })).status).toBe(429)
    api.clock.advance(16 * 60)
  })

  test('only those who keep the walls may pair', async () => {
    const code = await new TestWall('10.1.2.9').askForCode()
    expect((await api.post('leader', '/wall/devices', { ...wallSettings, code })).status).toBe(403)
  })

  test('a wrong address range is refused and the code stays good', async () => {
    const wall = new TestWall('10.1.2.10')
    const code = await wall.askForCode()
    const pair = (addresses: string) =>
      api.post<Problem>('admin', '/wall/devices', { ...wallSettings, code, addresses })
    expect((await pair('10.1.2.0/40')).body.code).toBe('WALL_ADDRESS_INVALID')
    expect((await pair('10.1.2.0/24')).status).toBe(200)
  })

  test('the one-time link of the screen role pairs the browser it is opened in', async () => {
    const { token } = await createSignInLink(api.warehouse, { role: 'screen', now: api.clock.now() })
    const wall = new TestWall('10.9.9.9')
    expect((await wall.call('POST', '/wall/pairing/link', { token })).status).toBe(200)
    expect((await wall.call('GET', '/wall/snapshot')).status).toBe(200)
    expect((await new TestWall('10.9.9.8').call('POST', '/wall/pairing/link', { token })).status).toBe(401)
  })
})

describe('the key of a wall', () => {
  test('opens what walls show and nothing else', async () => {
    const { wall } = await pairedWall('10.1.3.1')
    for (const { method, url, config } of api.built.routes) {
      const permission = config?.permission
      const isOpen = permission === 'public' || permission === 'screen:read' || permission === 'wall:navigate'
      if (isOpen || permission === 'local' || ![method].flat().includes('GET') || !url.startsWith('/api'))
        continue
      const path = url.replace('/api/v1', '').replace(/:\w+/g, 'x').replace('*', 'x')
      const { status, body } = await wall.call<Problem>('GET', path)
      expect([url, status, body.code]).toEqual([url, 403, 'API_FORBIDDEN'])
    }
    expect((await wall.call('POST', '/wall/embargo', {})).status).toBe(403)
  })

  test('does not work from another address', async () => {
    const { wall } = await pairedWall('10.1.3.2')
    const thief = new TestWall('10.1.3.3')
    thief.cookie = wall.cookie
    expect((await thief.call<Problem>('GET', '/wall/snapshot')).body.code).toBe('API_WALL_UNPAIRED')
    expect((await wall.call('GET', '/wall/snapshot')).status).toBe(200)
  })

  test('ends at once when it is revoked, and when its time is over', async () => {
    const { wall, device } = await pairedWall('10.1.3.4')
    expect((await wall.call('GET', '/wall/snapshot')).status).toBe(200)
    const revoked = await api.call('DELETE', `/wall/devices/${device.id}`, {
      headers: { cookie: await api.cookieOf('admin') },
    })
    expect(revoked.status).toBe(204)
    expect((await wall.call<Problem>('GET', '/wall/snapshot')).body.code).toBe('API_WALL_UNPAIRED')
    expect((await wall.call<PairingState>('GET', '/wall/pairing')).body.isPaired).toBe(false)
    // A revoked wall gets a new code, and keeps its name when staff say which wall it is.
    const code = await wall.askForCode()
    const { body } = await api.post<WallDeviceItem>('admin', '/wall/devices', {
      ...wallSettings,
      wall: device.wall.id,
      code,
    })
    expect(body.wall.id).toBe(device.wall.id)
    expect(body.id).not.toBe(device.id)
  })

  test('turns the pages of its own wall only', async () => {
    const { wall, device } = await pairedWall('10.1.3.5')
    const other = await pairedWall('10.1.3.6')
    const say = (to: string | null, command: unknown) =>
      wall.call<StageState & Problem>('POST', '/wall/remote', { wall: to, command })
    expect((await say(null, { type: 'pause' })).body.mode).toBe('paused')
    expect((await say(device.wall.id, { type: 'resume' })).status).toBe(200)
    expect((await say(other.device.wall.id, { type: 'pause' })).body.code).toBe('API_FORBIDDEN')
    expect((await say(null, { type: 'reload' })).body.code).toBe('API_FORBIDDEN')
    expect((await say(null, { type: 'meeting', scenes: [] })).body.code).toBe('API_FORBIDDEN')
  })
})

describe('the remote', () => {
  test('commands a wall, says what it shows and is written down', async () => {
    const { device } = await pairedWall('10.1.4.1')
    const wall = device.wall.id
    const pinned = await api.post<StageState>('leader', '/wall/remote', {
      wall,
      command: { type: 'pin', scene: 'overview' },
    })
    expect(pinned.body).toMatchObject({ scene: 'overview', mode: 'pinned' })
    const { body } = await api.get<RemoteView>('leader', `/wall/remote?wall=${wall}`)
    expect(body.scene?.notes).toBeTruthy()
    expect(body.log[0]).toMatchObject({ text: '固定：综合态势', by: 'link:leader' })
    expect(body.panels.length).toBeGreaterThan(3)
    const audit = await api.warehouse.query(apiQueries.accounts.audit, { action: 'control-wall' })
    expect(audit.filter(({ object }) => object === wall)).toMatchObject([
      { actor: 'link:leader', reason: 'pin overview' },
    ])
    // The notes are for the remote; walls never get them.
    const shown = await api.get<WallSnapshot>('leader', '/wall/snapshot')
    expect(shown.body.scenes.every(({ notes }) => notes === null)).toBe(true)
  })

  test('refuses what is not there', async () => {
    const say = (wall: string, command: unknown) =>
      api.post<Problem>('leader', '/wall/remote', { wall, command })
    expect((await say('nowhere', { type: 'next' })).body.code).toBe('WALL_UNKNOWN')
    expect((await say('main', { type: 'goto', scene: 'nowhere' })).body.code).toBe('WALL_SCENE_UNKNOWN')
    expect((await say('main', { type: 'open', panel: 'elsewhere/x', item: 'y' })).body.code).toBe(
      'WALL_PANEL_CLOSED',
    )
    expect((await say('main', { type: 'shout' })).status).toBe(400)
    expect((await api.post('data', '/wall/remote', { wall: 'main', command: { type: 'next' } })).status).toBe(
      403,
    )
  })
})

describe('playlist and scenes', () => {
  test('a saved playlist decides at once, for all walls or for one', async () => {
    const { body } = await api.get<ScriptView>('research', '/wall/script?wall=all')
    expect(body).toMatchObject({ isOwn: false, savedBy: null })
    expect(body.plan.some(({ isBlack }) => isBlack)).toBe(false)
    const schedule = { ...body.script.schedule, black: { from: '23:00', until: '05:00' } }
    const script = { ...body.script, theme: 'red-gold', items: body.script.items.slice(0, 1), schedule }
    const saved = await api.post<ScriptView>('research', '/wall/script', { wall: 'all', script })
    expect(saved.body).toMatchObject({ isOwn: true, savedBy: 'link:research' })
    expect(saved.body.plan.at(-1)?.isBlack).toBe(true)
    const { body: shown } = await api.get<WallSnapshot>('leader', '/wall/snapshot')
    expect(shown.stage.theme).toBe('red-gold')
    const broken = { ...script, items: [{ ...script.items[0], seconds: 5 }] }
    expect((await api.post('research', '/wall/script', { wall: 'all', script: broken })).status).toBe(400)
  })

  test('a scene is saved as the next version, shown, exported, restored and taken off', async () => {
    const { body: palette } = await api.get<ScenePalette>('research', '/wall/palette')
    const kind = palette.kinds.find(({ form }) => form === 'list') ?? palette.kinds[0]
    const scene: Scene = {
      id: 'my-scene',
      name: '我的场景',
      question: '有多新？',
      panels: [{ id: 'one', kind: kind?.id ?? '', options: {}, weight: 5 }],
      layouts: [],
      notes: null,
      version: 1,
    }
    const save = (one: unknown) => api.post<SceneItem & Problem>('research', '/wall/scenes', one)
    expect((await save(scene)).body.scene.version).toBe(1)
    expect((await save({ ...scene, name: '改过的' })).body.scene.version).toBe(2)
    const { body: shown } = await api.get<WallSnapshot>('leader', '/wall/snapshot')
    expect(shown.scenes.map(({ name }) => name)).toContain('改过的')
    expect(shown.panels.map(({ key }) => key)).toContain('my-scene/one')

    // An exported file comes back in as it went out.
    const { body: list } = await api.get<SceneList>('research', '/wall/scenes')
    const first = list.items.find((one) => one.scene.id === 'my-scene' && one.scene.version === 1)
    const restored = await save(JSON.parse(JSON.stringify(first?.scene)))
    expect(restored.body.scene).toEqual({ ...scene, version: 3 })

    const removed = await api.call('DELETE', '/wall/scenes/my-scene', {
      headers: { cookie: await api.cookieOf('research') },
    })
    expect(removed.status).toBe(204)
    const after = await api.get<WallSnapshot>('leader', '/wall/snapshot')
    expect(after.body.scenes.map(({ id }) => id)).not.toContain('my-scene')
  })

  test('what cannot be shown is refused with the reason', async () => {
    const { body: shown } = await api.get<SceneList>('research', '/wall/scenes')
    const [built] = shown.items
    const save = (one: unknown) => api.post<Problem>('research', '/wall/scenes', one)
    expect((await save(built?.scene)).body.code).toBe('WALL_SCENE_BUILT_IN')
    const copy = { ...built?.scene, id: 'copy' }
    const unknown = await save({ ...copy, panels: [{ id: 'x', kind: 'no.such', options: {}, weight: 1 }] })
    expect(unknown.body).toMatchObject({ code: 'WALL_SCENE_INVALID', detail: '有一个面板的种类本版本没有' })
    const cell = { column: 0, row: 0, columns: 1, rows: 1 }
    const placements = [{ panel: built?.scene.panels[0]?.id, ...cell }]
    const layouts = [{ template: '16:9', viewing: 'hall', placements }]
    expect((await save({ ...copy, layouts })).body.detail).toContain('太小')
    expect((await save({ ...copy, id: '<script>' })).status).toBe(400)
    expect((await api.post('leader', '/wall/scenes', copy)).status).toBe(403)
  })
})

describe('the embargo', () => {
  test('takes what it names off every wall, and gives it back when lifted', async () => {
    const look = async () => (await api.get('leader', '/wall/snapshot')).text
    const before = await api.get<WallSnapshot>('leader', '/wall/snapshot')
    const items = before.body.panels.flatMap(({ content }) =>
      content?.form === 'tiles' ? content.tiles : [],
    )
    const word = items[0]?.label ?? ''
    expect(word).not.toBe('')
    expect(await look()).toContain(word)

    const entry = { scope: 'word', value: word, reason: '尚未公布', until: null }
    const { body } = await api.post<EmbargoItems>('leader', '/wall/embargo', entry)
    expect(await look()).not.toContain(word)
    const lifted = await api.call('DELETE', `/wall/embargo/${body.items[0]?.id ?? ''}`, {
      headers: { cookie: await api.cookieOf('leader') },
    })
    expect(lifted.status).toBe(204)
    expect(await look()).toContain(word)
  })
})
