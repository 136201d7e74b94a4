import { shallowRef, type ShallowRef } from 'vue'
import { partsFromBytes, ProblemError, uploadFiles, uploadInParts, type PartProgress } from '#ui'
import { endpoints } from './endpoints.ts'

/** Files on their way to the server. */
export interface Uploads {
  readonly files: ShallowRef<readonly File[]>
  readonly kind: ShallowRef<string | undefined>
  /** What is being sent now, or null. */
  readonly sending: ShallowRef<(PartProgress & { readonly name: string }) | null>
  readonly problem: ShallowRef<ProblemError | null>
  /** Names the server took in the last sending; null before. */
  readonly accepted: ShallowRef<readonly string[] | null>
  add(more: readonly File[]): void
  remove(file: File): void
  /** Sends what was chosen: each large file in parts, the small ones together. */
  send(): Promise<void>
}

function createUploads(): Uploads {
  const files = shallowRef<readonly File[]>([])
  const kind = shallowRef<string | undefined>()
  const sending: Uploads['sending'] = shallowRef(null)
  const problem = shallowRef<ProblemError | null>(null)
  const accepted = shallowRef<readonly string[] | null>(null)

  async function sendAll(): Promise<void> {
    const fields = kind.value ? { kind: kind.value } : {}
    const names: string[] = []
    const chosen = files.value
    for (const file of chosen.filter(({ size }) => size >= partsFromBytes)) {
      const sent = await uploadInParts(endpoints.uploadParts, file, fields, (progress) => {
        sending.value = { ...progress, name: file.name }
      })
      names.push(...sent.files)
      remove(file)
    }
    const small = chosen.filter(({ size }) => size < partsFromBytes)
    if (small.length > 0) {
      const name = small.length === 1 ? (small[0]?.name ?? '') : `${small.length} 个文件`
      const sent = await uploadFiles(endpoints.uploads, small, fields, (share) => {
        sending.value = { name, share, isWaiting: false }
      })
      names.push(...sent.files)
      small.forEach(remove)
    }
    accepted.value = names
  }

  function remove(file: File): void {
    files.value = files.value.filter((one) => one !== file)
  }

  return {
    ...{ files, kind, sending, problem, accepted, remove },
    add(more) {
      const known = new Set(files.value.map(keyOf))
      files.value = [...files.value, ...more.filter((file) => !known.has(keyOf(file)))]
      accepted.value = null
    },
    async send() {
      if (sending.value !== null) return
      sending.value = { name: '', share: 0, isWaiting: false }
      problem.value = null
      window.addEventListener('beforeunload', askFirst)
      try {
        await sendAll()
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error
        problem.value = error
      } finally {
        window.removeEventListener('beforeunload', askFirst)
        sending.value = null
      }
    },
  }
}

function keyOf(file: File): string {
  return `${file.name}/${file.size}`
}

/** Closing the page would cut the sending: the browser asks first. */
function askFirst(event: BeforeUnloadEvent): void {
  event.preventDefault()
}

/** One for all pages: a sending goes on, and is still seen, when its page is left and opened again. */
export const uploads = createUploads()
