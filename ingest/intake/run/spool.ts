import { createWriteStream, type WriteStream } from 'node:fs'
import { mkdir, rm, stat } from 'node:fs/promises'
import { once } from 'node:events'
import { dirname } from 'node:path'
import { finished } from 'node:stream/promises'
import { isDiskFull } from '#files'
import { IngestError } from '../../errors.ts'

/** A pull's records on their way: one JSON object a line in a work file, written with back-pressure. */
export class Spool {
  readonly path: string
  records = 0
  private readonly stream: WriteStream
  private failure: Error | null = null

  private constructor(path: string, stream: WriteStream) {
    this.path = path
    this.stream = stream
    stream.on('error', (error) => (this.failure = error))
  }

  static async open(path: string): Promise<Spool> {
    await mkdir(dirname(path), { recursive: true })
    return new Spool(path, createWriteStream(path, { mode: 0o600 }))
  }

  async write(records: readonly Readonly<Record<string, unknown>>[]): Promise<void> {
    if (this.failure) throw spoolError(this.failure, this.path)
    if (records.length === 0) return
    this.records += records.length
    const text = records.map((record) => `${JSON.stringify(record)}\n`).join('')
    if (!this.stream.write(text)) await Promise.race([once(this.stream, 'drain'), once(this.stream, 'close')])
  }

  /** Flushes to disk; returns the size in bytes. */
  async close(): Promise<number> {
    this.stream.end()
    try {
      await finished(this.stream)
    } catch (error) {
      throw spoolError(error, this.path)
    }
    return (await stat(this.path)).size
  }

  async discard(): Promise<void> {
    this.stream.destroy()
    await rm(this.path, { force: true })
  }
}

function spoolError(error: unknown, path: string): unknown {
  return isDiskFull(error)
    ? new IngestError('disk_full', '磁盘空间不足，没有取完数据。请清理后重试，已有数据不受影响。', path, {
        cause: error,
      })
    : error
}
