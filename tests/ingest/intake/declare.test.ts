import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseSource, readSources } from '../../../ingest/intake/declare/read.ts'
import { removeSource, saveSource } from '../../../ingest/intake/declare/save.ts'
import { tempFolder } from '../temp-folder.ts'

const good = `# 市长信箱，每个工作日早上取
title: 市长信箱
kind: petitions
http:
  url: http://10.0.0.1/api # 内网地址
  records: data.rows
  query: { from: '{since}' }
  token: { env: HUIZHI_SOURCE_MAILBOX }
incremental: { field: 更新时间, overlap_workdays: 2 }
schedule:
  cron: 30 7 * * * # 上班前
  workdays: true
freshness: { workdays: 1 }
`

describe('a source file', () => {
  it('is read', () => {
    const source = parseSource(good, '市长信箱.yaml')
    expect(source).toMatchObject({ name: '市长信箱', type: 'http', settings: { kind: 'petitions' } })
  })

  it.each([
    ['title: 甲\n  http: x', '有效的 YAML（第'],
    ['folder: {}', 'title'],
    ['title: 甲', '要写且只写一种'],
    ['title: 甲\nfolder: {}\nhttp: { url: "http://a/" }', '要写且只写一种'],
    ['title: 甲\nfolder: { pfad: x }', '不认识的键“folder.pfad”'],
    ['title: 甲\nfolder: {}\npolicy: { columns: strict }', 'policy.columns'],
    ['title: 甲\nfolder: {}\nschedule: { cron: "61 * * * *" }', 'schedule.cron'],
    ['title: 甲\nfolder: {}\nschedule: { cron: "0 8 30 2 *" }', '一年里一次也不会到'],
    ['title: 甲\nfolder: {}\nfreshness: { workdays: -1 }', '几个工作日内应有新数据'],
    ['title: 甲\nhttp: { url: "ftp://a/" }', 'http.url'],
    ['title: 甲\nhttp: { url: "http://u:p@a/" }', '用户名和口令'],
    ['title: 甲\nhttp: { url: "http://a/", headers: { Authorization: x } }', '口令'],
    ['title: 甲\nhttp: { url: "http://a/?access_token=1" }', '口令'],
    ['title: 甲\nhttp: { url: "http://a/", token: { env: PATH } }', 'HUIZHI_SOURCE_'],
    ['title: 甲\nhttp: { url: "http://a/", query: { from: "{since}" } }', 'incremental'],
    ['title: 甲\nhttp: { url: "http://a/", paging: { type: cursor } }', 'path'],
    ['title: 甲\npostgres: { connection: { env: HUIZHI_SOURCE_DB } }', 'table 和 select'],
    ['title: 甲\nmysql: { connection: { env: HUIZHI_SOURCE_DB }, select: "delete from t" }', 'SELECT'],
    ['- 1', '键: 值'],
  ])('%j is refused with the place', (text, words) => {
    expect(() => parseSource(text, '甲.yaml')).toThrow(words)
  })

  it('spoils no other when it is broken', async () => {
    const dataDir = tempFolder()
    mkdirSync(join(dataDir, 'sources'))
    writeFileSync(join(dataDir, 'sources', '好.yaml'), good)
    writeFileSync(join(dataDir, 'sources', '坏.yaml'), 'title: 坏')
    writeFileSync(join(dataDir, 'sources', 'a b.yaml'), good)
    const { sources, errors } = await readSources(dataDir)
    expect(sources.map(({ name }) => name)).toEqual(['好'])
    expect(errors.map(({ place }) => place)).toEqual(['a b.yaml', '坏.yaml'])
  })
})

describe('saving', () => {
  it('keeps the comments and the version before', async () => {
    const dataDir = tempFolder()
    const folder = join(dataDir, 'sources')
    mkdirSync(folder)
    writeFileSync(join(folder, '信箱.yaml'), good)
    const { settings } = parseSource(good.replace(/freshness.*/, ''), '信箱.yaml')
    const http = { ...settings.http, url: 'http://10.0.0.2/api' }
    await saveSource(dataDir, '信箱', { ...settings, http, owner: '张示例' })
    const text = readFileSync(join(folder, '信箱.yaml'), 'utf8')
    expect(text).toContain('# 市长信箱，每个工作日早上取')
    expect(text).toContain('# 上班前')
    expect(text).toContain('owner: 张示例')
    expect(text).not.toContain('freshness')
    expect(parseSource(text, '信箱.yaml').settings.http?.url).toBe('http://10.0.0.2/api')
    expect(readFileSync(join(folder, '.信箱.yaml.previous'), 'utf8')).toBe(good)
  })

  it('writes nothing that could not be read again', async () => {
    const dataDir = tempFolder()
    await expect(saveSource(dataDir, '甲', { title: '甲' })).rejects.toMatchObject({ code: 'source_invalid' })
    await expect(saveSource(dataDir, '../甲', { title: '甲', folder: {} })).rejects.toMatchObject({
      code: 'source_invalid',
    })
    expect((await readSources(dataDir)).sources).toEqual([])
  })

  it('a removed source is gone from the list', async () => {
    const dataDir = tempFolder()
    await saveSource(dataDir, '甲', { title: '甲', folder: {} })
    await removeSource(dataDir, '甲')
    expect((await readSources(dataDir)).sources).toEqual([])
  })
})
