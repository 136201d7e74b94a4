import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fitsFile, fitsHeaders } from '../../../ingest/mapping/match.ts'
import { parseMapping, readMapping, readMappingFolder } from '../../../ingest/mapping/read.ts'
import { tempFile, tempFolder } from '../temp-folder.ts'

const base = 'kind: payments\ncolumns:\n  amount: Amount\n'

describe('mapping files', () => {
  it('reads YAML and JSON alike', () => {
    const json = JSON.stringify({
      kind: 'payments',
      columns: { amount: { header: ['Amount', 'Net'], decimal: ',' } },
    })
    expect(parseMapping(json, 'm.json').columns.get('amount')).toMatchObject({
      headers: ['Amount', 'Net'],
      decimal: ',',
    })
    expect(parseMapping(`${base}currency: GBP\n`, 'm.yaml').columns.get('currency')?.constant).toBe('GBP')
  })

  it.each([
    ['kind: payments\ncolums: {}\n', '不认识的键“colums”'],
    [`${base}  pay_date: { header: D, fmt: x }\n`, '不认识的键“columns.pay_date.fmt”'],
    [`${base}match: { header: [a] }\n`, '不认识的键“match.header”'],
    ['kind: payments\n', '缺少必须的键：columns'],
    ['kind: pay\ncolumns: {}\n', '“kind”的写法不对'],
    [`${base}  amounts: A\n`, 'payments 没有“amounts”这一列'],
    [`${base}timezone: Mars/Base\n`, '没有时区“Mars/Base”'],
    [`${base}encoding: klingon\n`, '不支持编码“klingon”'],
    [`${base}unit: 两\n`, '不认识的金额单位“两”'],
    [`${base}  pay_date: { header: D, date: DD/MM }\n`, '日期格式“DD/MM”里没有年'],
    ['kind: [payments\n', '不是有效的 YAML 或 JSON'],
    ['- 1\n', '内容应是“键: 值”的形式'],
  ])('says what is wrong with %j', (text, words) => {
    expect(() => parseMapping(text, '/x/示例.yaml')).toThrow(words)
    expect(() => parseMapping(text, '/x/示例.yaml')).toThrow('映射文件“示例.yaml”有误')
  })

  it('tells a missing file, and does not let a broken one hide the others', async () => {
    await expect(readMapping('/nowhere/a.yaml')).rejects.toMatchObject({ code: 'mapping_invalid' })
    const broken = tempFile('b.yaml', 'kind: x\n')
    const folder = await readMappingFolder(broken.slice(0, -'/b.yaml'.length))
    expect([folder.mappings.length, folder.errors.length]).toEqual([0, 1])
    expect(await readMappingFolder(`${tempFolder()}/none`)).toEqual({ mappings: [], errors: [] })
  })

  it('matches by file name and by headers, blanks and width aside', () => {
    const mapping = parseMapping(
      `${base}match: { file: 'pay-*.csv', headers: ['金额(元)', Supplier] }\n`,
      'm.yaml',
    )
    expect([fitsFile(mapping, 'Pay-2024.CSV'), fitsFile(mapping, 'x-pay-.csv')]).toEqual([true, false])
    expect([
      fitsHeaders(mapping, ['supplier ', '金额（元）', 'x']),
      fitsHeaders(mapping, ['Supplier']),
    ]).toEqual([true, false])
  })

  it('has a new fingerprint when its content changes', () => {
    expect(parseMapping(base, 'm.yaml').fingerprint).not.toBe(
      parseMapping(`${base}#\n`, 'm.yaml').fingerprint,
    )
  })

  it('accepts every mapping file the benchmarks use', async () => {
    for (const name of readdirSync('bench/mappings')) await readMapping(`bench/mappings/${name}`)
  })
})
