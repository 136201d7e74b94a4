import { describe, expect, it } from 'vitest'
import { sniffFormat } from '../../../ingest/formats/sniff.ts'
import { tempFile } from '../temp-folder.ts'

const biff = Buffer.from('d0cf11e0a1b11ae1', 'hex')

describe('sniffFormat', () => {
  it.each([
    ['a.xlsx', '', 'file_empty', '空文件（0 字节）'],
    ['a.xls', biff, 'format_xls', '另存为 .xlsx'],
    [
      'a.xlsx',
      Buffer.concat([biff, Buffer.from('EncryptedPackage', 'utf16le')]),
      'format_unsupported',
      '密码',
    ],
    ['a.bin', Buffer.from([1, 2, 0, 3]), 'format_unsupported', '是二进制文件，不是可以读取的表格'],
    ['a.csv', Buffer.from('编号,标题\n', 'utf16le'), 'format_unsupported', '另存为 .xlsx 或 UTF-8 的 CSV'],
  ])('refuses %s with advice', async (name, content, code, words) => {
    await expect(sniffFormat(tempFile(name, content))).rejects.toMatchObject({
      code,
      message: expect.stringContaining(words) as string,
    })
  })

  it.each([
    ['a.dat', '[{"a":1}]', 'json'],
    ['a.json', '{"a":1}\n{"a":2}\n', 'ndjson'],
    ['a.json', '{\n"a":[]}', 'json'],
    ['a.txt', '编号,标题\n', 'text'],
    ['a.xls', '<html><table><tr><td>1</td></tr></table></html>', 'html'],
    ['a.csv', '\ufeff\n<!DOCTYPE html><title>登录</title>', 'html'],
    ['a.csv', '[编号],标题\n', 'text'],
  ])('reads %s as %s', async (name, content, format) => {
    expect(await sniffFormat(tempFile(name, content))).toBe(format)
  })
})
