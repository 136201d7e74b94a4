import type { JobAccepted, PartUpload } from '#contract'
import { backOff, browserSpread } from '../composables/back-off.ts'
import { crc32 } from './crc32.ts'
import { networkProblem, ProblemError, readProblem } from './problem-error.ts'
import { address, request } from './request.ts'

/** From this size on a file is sent in parts. */
export const partsFromBytes = 20 * 1024 * 1024
const mostFailures = 8
/** 4 MB on the slowest line an office has; what takes longer hangs. */
const partTimeoutMs = 180_000

/** How far a file in parts has come. */
export interface PartProgress {
  /** Share of the bytes the server has, 0–1. */
  readonly share: number
  /** The way to the server is broken; it is tried again by itself. */
  readonly isWaiting: boolean
}

/**
 * Sends one large file in parts. A part that gets lost is sent again; after a reload the same file, chosen again,
 * goes on where it stopped.
 * @throws ProblemError as `request`, also before the first byte when the file is too large
 */
export async function uploadInParts(
  path: string,
  file: File,
  fields: Readonly<Record<string, string>>,
  onProgress: (progress: PartProgress) => void,
): Promise<JobAccepted> {
  const body = { fileName: file.name, size: file.size, modified: file.lastModified, ...fields }
  let state = await request<PartUpload>(path, { body })
  const tell = (isWaiting: boolean): void => {
    onProgress({ share: state.offset / file.size, isWaiting })
  }
  tell(false)
  for (let failures = 0; ;) {
    try {
      // The end is tried again too: who asks twice for one upload is given one answer.
      if (state.offset === file.size)
        return await request<JobAccepted>(`${path}/${state.id}/finish`, { method: 'POST' })
      state = await sendPart(`${path}/${state.id}`, file, state)
      failures = 0
      tell(false)
    } catch (error) {
      if (!isPassing(error) || ++failures > mostFailures) throw error
      tell(true)
      await pause(backOff(failures - 1, browserSpread()))
      if (state.offset < file.size) state = await request<PartUpload>(path, { body }).catch(() => state)
    }
  }
}

/** Waits, but no longer than until the browser is back on the network. */
async function pause(milliseconds: number): Promise<void> {
  const passed = new AbortController()
  await new Promise<void>((resolve) => {
    const wake = (): void => {
      resolve()
    }
    setTimeout(wake, milliseconds)
    window.addEventListener('online', wake, { signal: passed.signal })
  })
  passed.abort()
}

async function sendPart(path: string, file: File, { offset, partBytes }: PartUpload): Promise<PartUpload> {
  const bytes = await read(file.slice(offset, offset + partBytes))
  const checksum = crc32(new Uint8Array(bytes))
  return whileOnline(async (signal) => {
    const response = await fetch(address(path, { offset, checksum }), {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', accept: 'application/json' },
      credentials: 'same-origin',
      body: bytes,
      signal,
    }).catch((error: unknown) => {
      throw networkProblem(error)
    })
    if (!response.ok) throw await readProblem(response)
    return (await response.json()) as PartUpload
  })
}

/** A pulled cable does not end a request: it is given up when the browser loses the network, or takes too long. */
async function whileOnline<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const lost = new AbortController()
  const ended = new AbortController()
  const giveUp = (): void => {
    lost.abort()
  }
  window.addEventListener('offline', giveUp, { signal: ended.signal })
  const timer = setTimeout(giveUp, partTimeoutMs)
  try {
    return await work(lost.signal)
  } catch (error) {
    throw lost.signal.aborted ? networkProblem(error) : error
  } finally {
    clearTimeout(timer)
    ended.abort()
  }
}

/** A file that was saved again or moved since it was chosen can no longer be read by the browser. */
function read(piece: Blob): Promise<ArrayBuffer> {
  return piece.arrayBuffer().catch((cause: unknown) => {
    throw new ProblemError(
      { status: 400, code: 'FILE_CHANGED', title: '文件在上传途中变了', detail: '请重新选择这个文件再传。' },
      { cause },
    )
  })
}

/** Trouble on the way, not with the file: worth another try. */
function isPassing(error: unknown): boolean {
  if (!(error instanceof ProblemError)) return false
  return error.status === 0 || error.status >= 500 || error.code === 'API_UPLOAD_BROKEN'
}
