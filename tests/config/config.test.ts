import { describe, expect, it } from 'vitest'
import { ConfigError, loadConfig } from '#config'

describe('loadConfig', () => {
  it('uses safe defaults: loopback only', () => {
    expect(loadConfig({})).toMatchObject({ host: '127.0.0.1', port: 8630, logLevel: 'info' })
  })

  it.each([
    { HUIZHI_PORT: 'abc' },
    { HUIZHI_PORT: '70000' },
    { HUIZHI_PORT: '1.5' },
    { HUIZHI_LOG_LEVEL: 'loud' },
    { HUIZHI_UPLOAD_LIMIT: '-1' },
  ])('refuses %o and names the variable', (env) => {
    const [name = ''] = Object.keys(env)
    expect(() => loadConfig(env)).toThrow(ConfigError)
    expect(() => loadConfig(env)).toThrow(name)
  })
})
