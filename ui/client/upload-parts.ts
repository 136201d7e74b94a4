import type { JobAccepted, PartUpload } from '#contract'
import { backOff, browserSpread } from '../composables/back-off.ts'
import { networkProblem, ProblemError, readProblem } from './problem-error.ts'
import { address, request } from './request.ts'

/** From this size on a file is sent in parts. */
export const partsFromBytes = 20 * 1024 * 1024
const mostFailures = 8

/**
 * Sends one large file in parts. A part that gets lost is sent again; after a reload the same file, chosen again,
 * goes on where it stopped.
 * @param onProgress share of the bytes received, 0–1
 * @throws ProblemError as `request`, also before the first byte when the file is too large
 */
export async function uploadInParts(
  path: string,
  file: File,
  fields: Readonly<Record<string, string>>,
  onProgress: (share: number) => void,
): Promise<JobAccepted> {
  const body = { fileName: file.name, size: file.size, modified: file.lastModified, ...fields }
  let state = await request<PartUpload>(path, { body })
  for (let failures = 0; state.offset < file.size;) {
    onProgress(state.offset / file.size)
    try {
      state = await sendPart(`${path}/${state.id}`, file, state)
      failures = 0
    } catch (error) {
      if (!isPassing(error) || ++failures > mostFailures) throw error
      await new Promise((resolve) => setTimeout(resolve, backOff(failures - 1, browserSpread())))
      state = await request<PartUpload>(path, { body }).catch(() => state)
    }
  }
  onProgress(1)
  return request<JobAccepted>(`${path}/${state.id}/finish`, { method: 'POST' })
}

async function sendPart(path: string, file: File, { offset, partBytes }: PartUpload): Promise<PartUpload> {
  const bytes = await file.slice(offset, offset + partBytes).arrayBuffer()
  const checksum = crc32(new Uint8Array(bytes))
  const response = await fetch(address(path, { offset, checksum }), {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', accept: 'application/json' },
    credentials: 'same-origin',
    body: bytes,
  }).catch((error: unknown) => {
    throw networkProblem(error)
  })
  if (!response.ok) throw await readProblem(response)
  return (await response.json()) as PartUpload
}

/** Trouble on the way, not with the file: worth another try. */
function isPassing(error: unknown): boolean {
  if (!(error instanceof ProblemError)) return false
  return error.status === 0 || error.status >= 500 || error.code === 'API_UPLOAD_BROKEN'
}

const table = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

/** CRC-32 as in ZIP files. Browsers offer hashes on HTTPS only, and office networks often have none. */
export function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff
  for (const byte of bytes) value = (table[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8)
  return (value ^ 0xffffffff) >>> 0
}
