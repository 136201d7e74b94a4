import { reactive, ref, watch, type Ref } from 'vue'
import type { RecordAccepted, RecordValues } from '#contract'
import { request } from '#ui'
import { endpoints } from './endpoints.ts'
import { useAttempt, type Attempts } from './use-attempt.ts'

export type VoiceRecordKind = 'petitions' | 'suggestions' | 'comments'

export interface RecordForm {
  readonly kind: Ref<VoiceRecordKind>
  /** Canonical field → text; saved in this browser until it is sent. */
  readonly values: Record<string, string>
  /** Number of the entry that is being corrected. */
  readonly number: Ref<string | null>
  readonly busy: Attempts<'send' | 'read'>['busy']
  readonly problem: Attempts<'send' | 'read'>['problem']
  readonly send: () => Promise<RecordAccepted | null>
  readonly correct: (loadId: string) => Promise<void>
  readonly clear: () => void
}

const draftKey = (kind: string) => `huizhi-record-draft-${kind}`

/** An entry made by hand, kept as a draft on this machine while it is typed. */
export function useRecordForm(): RecordForm {
  const kind = ref<VoiceRecordKind>('petitions')
  const values = reactive<Record<string, string>>({})
  const number = ref<string | null>(null)
  const { busy, problem, attempt } = useAttempt<'send' | 'read'>()

  function fill(entries: Readonly<Record<string, string>>): void {
    for (const name of Object.keys(values)) Reflect.deleteProperty(values, name)
    Object.assign(values, entries)
  }

  function clear(): void {
    localStorage.removeItem(draftKey(kind.value))
    number.value = null
    problem.value = null
    fill({})
  }

  watch(
    kind,
    (chosen) => {
      if (number.value === null) fill(readDraft(chosen))
    },
    { immediate: true },
  )
  watch(values, () => {
    // A correction is no draft of a new entry.
    if (number.value === null) localStorage.setItem(draftKey(kind.value), JSON.stringify(values))
  })

  return {
    kind,
    values,
    number,
    busy,
    problem,
    clear,
    send: async () => {
      const given = number.value === null ? {} : { number: number.value }
      const body = { kind: kind.value, values: { ...values }, ...given }
      const done = await attempt('send', () => request<RecordAccepted>(endpoints.records().path, { body }))
      if (done !== null) clear()
      return done
    },
    correct: async (loadId) => {
      const found = await attempt('read', () => request<RecordValues>(endpoints.record(loadId).path))
      if (found === null) return
      number.value = found.number
      kind.value = found.kind as VoiceRecordKind
      fill(found.values)
    },
  }
}

function readDraft(kind: string): Record<string, string> {
  try {
    return JSON.parse(localStorage.getItem(draftKey(kind)) ?? '{}') as Record<string, string>
  } catch (error) {
    if (error instanceof SyntaxError) return {}
    throw error
  }
}
