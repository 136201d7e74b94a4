import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAccount, createSignInLink } from '#api'
import type { Problem, Session } from '#contract'
import { apiQueries } from '#warehouse'
import { Harness } from './harness.ts'

let api: Harness
beforeAll(async () => {
  api = await Harness.start()
})
afterAll(async () => {
  await api.stop()
})

const password = '一段足够长的口令 2026'

describe('one-time links', () => {
  const link = () => createSignInLink(api.warehouse, { role: 'research', now: api.clock.now() })
  const redeem = (token: string) => api.call<Session & Problem>('POST', '/session/link', { body: { token } })

  it('keeps the token out of the address the server sees, and out of the database', async () => {
    const { token, path } = await link()
    expect(path).toBe(`/sign-in#token=${token}`)
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    const claims = await api.warehouse.query(apiQueries.accounts.link, { claim: token })
    expect(claims).toEqual([])
  })

  it('signs in once', async () => {
    const { token } = await link()
    const first = await redeem(token)
    expect(first.body).toMatchObject({ role: 'research', roleLabel: '研究室' })
    expect(first.body.permissions).toContain('sealed:open')
    const second = await redeem(token)
    expect([second.status, second.body.code]).toEqual([401, 'API_LINK_INVALID'])
  })

  it('signs in one of two that come at the same moment', async () => {
    const { token } = await link()
    const answers = await Promise.all([redeem(token), redeem(token)])
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 401])
  })

  it('expires after fifteen minutes', async () => {
    const { token } = await link()
    api.clock.advance(15 * 60)
    expect((await redeem(token)).status).toBe(401)
  })

  it('refuses a token nobody made', async () => {
    expect((await redeem('0'.repeat(43))).status).toBe(401)
  })
})

describe('local accounts', () => {
  const signIn = (name: string, given: string) =>
    api.call<Session & Problem>('POST', '/session', { body: { name, password: given } })

  beforeAll(async () => {
    const account = {
      name: '张示例',
      displayName: '张示例',
      role: 'data',
      password,
      now: api.clock.now(),
    } as const
    await createAccount(api.warehouse, account)
  })

  it('signs in with the right password and stores none', async () => {
    expect((await signIn('张示例', password)).body).toMatchObject({ name: '张示例', role: 'data' })
    const [user] = await api.warehouse.query(apiQueries.accounts.user, { name: '张示例' })
    expect(user?.password_hash).toMatch(/^scrypt\$32768\$8\$1\$/)
    expect(user?.password_hash).not.toContain(password)
  })

  it('says the same of a wrong password and an unknown name', async () => {
    const wrong = await signIn('张示例', '不对的口令不对的口令')
    const unknown = await signIn('李不存在', password)
    expect(wrong.body).toEqual(unknown.body)
    expect(wrong.body.code).toBe('API_SIGN_IN_FAILED')
  })

  it('blocks a name after five failures, right password or not, and frees it later', async () => {
    for (let attempt = 0; attempt < 5; attempt++) await signIn('王示例', '不对的口令不对的口令')
    const blocked = await signIn('王示例', password)
    expect([blocked.status, blocked.body.code]).toEqual([429, 'API_TOO_MANY_ATTEMPTS'])
    api.clock.advance(15 * 60 + 1)
    expect((await signIn('王示例', password)).status).toBe(401)
  })

  it('takes no weak password and no taken name', async () => {
    const account = { name: '赵示例', displayName: '赵示例', role: 'data', now: api.clock.now() } as const
    await expect(createAccount(api.warehouse, { ...account, password: '123456' })).rejects.toMatchObject({
      code: 'ACC_PASSWORD_WEAK',
    })
    await expect(
      createAccount(api.warehouse, { ...account, name: '张示例', password }),
    ).rejects.toMatchObject({
      code: 'ACC_NAME_TAKEN',
    })
  })
})

describe('sessions', () => {
  const fresh = async () => {
    const { token } = await createSignInLink(api.warehouse, { role: 'leader', now: api.clock.now() })
    const answer = await api.call('POST', '/session/link', { body: { token } })
    return String(answer.headers['set-cookie'])
  }
  const me = (cookie: string) => api.call<Session & Problem>('GET', '/session', { headers: { cookie } })

  it('travels in a cookie scripts and other sites cannot use', async () => {
    const cookie = await fresh()
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Strict/)
    expect(cookie).toMatch(/Path=\//)
  })

  it('ends when signed out', async () => {
    const cookie = (await fresh()).split(';', 1)[0] ?? ''
    expect((await me(cookie)).status).toBe(200)
    expect((await api.call('DELETE', '/session', { headers: { cookie } })).status).toBe(204)
    expect((await me(cookie)).body.code).toBe('API_SIGN_IN_REQUIRED')
  })

  it('ends after two idle hours, and after twelve hours in any case', async () => {
    const cookie = (await fresh()).split(';', 1)[0] ?? ''
    for (let hour = 0; hour < 11; hour++) {
      api.clock.advance(3600)
      expect((await me(cookie)).status).toBe(200)
    }
    api.clock.advance(3600)
    expect((await me(cookie)).status).toBe(401)
    const idle = (await fresh()).split(';', 1)[0] ?? ''
    api.clock.advance(2 * 3600)
    expect((await me(idle)).status).toBe(401)
  })

  it('refuses a forged cookie', async () => {
    expect((await me('huizhi_session=forged')).status).toBe(401)
  })
})

describe('the edges', () => {
  it('refuses writes from another site, whatever cookie they carry', async () => {
    const cookie = await api.cookieOf('admin')
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
    ]) {
      const { body } = await api.call('DELETE', '/session', { headers: { cookie, ...headers } })
      expect(body.code).toBe('API_ORIGIN_REFUSED')
    }
  })

  it('sends security headers with every kind of answer', async () => {
    for (const path of ['/health', '/session', '/nowhere']) {
      const { headers } = await api.call('GET', path)
      expect(headers['content-security-policy']).toContain("script-src 'self'")
      expect(headers['content-security-policy']).not.toContain("script-src 'self' 'unsafe-inline'")
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['cache-control']).toBe('no-store')
    }
  })

  it('keeps search words out of problems', async () => {
    const { body } = await api.get<Problem>('research', '/voices?limit=0&q=secret-word')
    expect(body).toMatchObject({ status: 400, code: 'API_REQUEST_INVALID', instance: '/api/v1/voices' })
    expect(JSON.stringify(body)).not.toContain('secret-word')
    expect(body.detail).toContain('querystring/limit')
  })

  it('limits sign-in attempts by address', async () => {
    const statuses: number[] = []
    for (let attempt = 0; attempt < 25; attempt++) {
      const { status } = await api.call('POST', '/session/link', {
        body: { token: `${attempt}`.padStart(43, '0') },
      })
      statuses.push(status)
    }
    expect(statuses.at(-1)).toBe(429)
  })

  it('shows a page that says what to run when the front ends are not built', async () => {
    const response = await api.built.app.inject({ url: '/topics/K1', headers: { accept: 'text/html' } })
    expect(response.statusCode).toBe(503)
    expect(response.body).toContain('npm run build')
    const missing = await api.built.app.inject({ url: '/api/v1/none', headers: { accept: 'text/html' } })
    expect(missing.json()).toMatchObject({ code: 'API_NOT_FOUND' })
  })
})
