import { isUtf8 } from 'node:buffer'
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { IngestError } from '../errors.ts'

export type Encoding = 'utf-8' | 'gb18030' | 'windows-1252' | 'utf-16le' | 'utf-16be'

const aliases: Readonly<Record<string, Encoding>> = {
  utf8: 'utf-8',
  'utf-8': 'utf-8',
  'utf-8-sig': 'utf-8',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  gb18030: 'gb18030',
  cp936: 'gb18030',
  cp1252: 'windows-1252',
  'windows-1252': 'windows-1252',
  latin1: 'windows-1252',
  'iso-8859-1': 'windows-1252',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
}

/** Canonical name of an encoding as written in a mapping file, or null. */
export function encodingNamed(name: string): Encoding | null {
  return aliases[name.trim().toLowerCase()] ?? null
}

/**
 * Finds the encoding of a text file from all of its bytes, because one £ sign may sit in the last line.
 * Order: byte-order mark, valid UTF-8, Chinese GB18030 (most double bytes are everyday characters), cp1252.
 * Throws `encoding_unreadable` when the bytes fit none of them.
 */
export async function detectEncoding(path: string): Promise<Encoding> {
  const encoding = (await detectUnicode(path)) ?? (await surveyBytes(path))
  if (encoding) return encoding
  throw new IngestError(
    'encoding_unreadable',
    `认不出“${basename(path)}”的文字编码（既不是 UTF-8，也不是 GB18030）。请用 Excel 或 WPS 打开，另存为 .xlsx 或“CSV UTF-8”后再上传。`,
    path,
  )
}

/** Most files end here: the check for valid UTF-8 is native, and twenty times as fast as counting bytes. */
async function detectUnicode(path: string): Promise<Encoding | null> {
  let held: Buffer = Buffer.alloc(0)
  let started = false
  for await (const part of createReadStream(path, { highWaterMark: 1 << 20 })) {
    const chunk = part as Buffer
    if (!started && chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le'
    if (!started && chunk[0] === 0xfe && chunk[1] === 0xff) return 'utf-16be'
    started = true
    const bytes = held.length > 0 ? Buffer.concat([held, chunk]) : chunk
    const end = completeUtf8End(bytes)
    if (!isUtf8(bytes.subarray(0, end))) return null
    held = Buffer.from(bytes.subarray(end))
  }
  return held.length === 0 ? 'utf-8' : null
}

async function surveyBytes(path: string): Promise<Encoding | null> {
  const survey = new ByteSurvey()
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) survey.add(chunk as Buffer)
  return survey.verdict()
}

/** Counts, chunk by chunk, what each candidate of one and two bytes would make of the bytes. */
class ByteSurvey {
  private lead = 0
  private everydayPairs = 0
  private otherPairs = 0
  private gbErrors = 0
  private highBytes = 0
  private controlBytes = 0
  private bytes = 0
  private longTokens = 0

  add(chunk: Buffer): void {
    this.bytes += chunk.length
    this.countBytes(chunk)
  }

  verdict(): Encoding | null {
    const pairs = this.everydayPairs + this.otherPairs
    if (this.gbErrors === 0 && pairs > 0 && this.everydayPairs / pairs >= 0.6) return 'gb18030'
    const mostlyPlain = this.highBytes <= this.bytes * 0.1
    if (this.controlBytes === 0 && mostlyPlain && this.longTokens === 0) return 'windows-1252'
    return null
  }

  private countBytes(chunk: Buffer): void {
    let lead = this.lead
    let run = 0
    for (const byte of chunk) {
      if (byte < 0x80 && lead === 0) {
        run = 0
        continue
      }
      if (byte >= 0x80) this.countHigh(byte, ++run)
      else run = 0
      if (lead !== 0) {
        this.countPair(lead, byte)
        lead = 0
      } else lead = byte
    }
    this.lead = lead
  }

  private countHigh(byte: number, run: number): void {
    this.highBytes++
    // Unassigned in cp1252; a text that holds them is something else.
    if (byte === 0x81 || byte === 0x8d || byte === 0x8f || byte === 0x90 || byte === 0x9d) this.controlBytes++
    if (run === 6) this.longTokens++
  }

  /** GB2312 level 1 (B0–D7) and its punctuation (A1–A3) are what everyday Chinese is made of. */
  private countPair(lead: number, trail: number): void {
    if (lead === 0x80 || lead === 0xff || trail < 0x30 || trail === 0x7f || trail === 0xff) this.gbErrors++
    else if (trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3)))
      this.everydayPairs++
    else this.otherPairs++
  }
}

/** Index where a UTF-8 sequence cut by the chunk's end begins, or the length. */
function completeUtf8End(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return bytes.length
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      return needed > back ? bytes.length - back : bytes.length
    }
  }
  return bytes.length
}

/** Streams a text file decoded; throws `encoding_unreadable` at the first byte that does not fit. */
export async function* readText(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 }))
      yield decoder.decode(chunk as Buffer, { stream: true })
    yield decoder.decode()
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new IngestError(
      'encoding_unreadable',
      `“${basename(path)}”不是 ${encoding.toUpperCase()} 编码，或文件已损坏。请核对映射文件的 encoding，或另存为 .xlsx 后再上传。`,
      path,
      { cause: error },
    )
  }
}
