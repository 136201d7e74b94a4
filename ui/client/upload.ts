import type { JobAccepted } from '#contract'
import { networkProblem, ProblemError } from './problem-error.ts'
import { address } from './request.ts'

/**
 * Sends files as one multipart request, each after the time it was last written (ms), with
 * progress (fetch cannot report how much of a body has left).
 * @param fields form fields sent before the files
 * @param onProgress share of the bytes sent, 0–1
 * @throws ProblemError as `request`
 */
export function uploadFiles<Answer = JobAccepted>(
  path: string,
  files: readonly File[],
  fields: Readonly<Record<string, string>>,
  onProgress: (share: number) => void,
): Promise<Answer> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  for (const file of files) {
    form.append('modified', String(file.lastModified))
    form.append('files', file, file.name)
  }
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest()
    call.open('POST', address(path))
    call.responseType = 'json'
    call.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total)
    }
    call.onerror = () => {
      reject(networkProblem(undefined))
    }
    call.onload = () => {
      if (call.status >= 200 && call.status < 300) resolve(call.response as Answer)
      else reject(problemOf(call))
    }
    call.send(form)
  })
}

function problemOf(call: XMLHttpRequest): ProblemError {
  const given = (call.response ?? {}) as { code?: string; title?: string; detail?: string }
  return new ProblemError({
    status: call.status,
    code: given.code ?? `HTTP_${call.status}`,
    title: given.title ?? '文件没有被接收',
    detail: given.detail ?? '',
  })
}
