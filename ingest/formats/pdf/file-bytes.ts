import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { IngestError } from '../../errors.ts'

/** A small file whole. Throws IngestError file_missing when it cannot be read. */
export async function fileBytes(path: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readFile(path))
  } catch (error) {
    const place = basename(path)
    throw new IngestError('file_missing', `读不到文件“${place}”，请核对路径和读取权限。`, place, {
      cause: error,
    })
  }
}
