import { computed, reactive, ref, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import type {
  IngestEffect,
  InspectedSheet,
  MappingConfirmed,
  MappingDraft,
  PendingInspection,
} from '#contract'
import { request } from '#ui'
import { endpoints } from './endpoints.ts'
import { useAttempt, type Attempts } from './use-attempt.ts'

/** What a person has said about one column of the file. */
export interface ColumnChoice {
  field: string
  date: string
  decimal: '' | ','
  unit: string
}

type PendingStep = 'read' | 'preview' | 'effect' | 'confirm'

export interface PendingWork {
  readonly inspection: ShallowRef<PendingInspection | null>
  readonly sheets: ComputedRef<readonly InspectedSheet[]>
  readonly sheet: ComputedRef<InspectedSheet | null>
  readonly sheetIndex: Ref<number>
  readonly kind: Ref<string>
  readonly name: Ref<string>
  readonly keyless: Ref<boolean>
  /** Required fields the file does not have. */
  readonly relaxed: Set<string>
  readonly choices: Map<number, ColumnChoice>
  readonly effect: ShallowRef<IngestEffect | null>
  readonly problem: Attempts<PendingStep>['problem']
  readonly busy: Attempts<PendingStep>['busy']
  load(): Promise<void>
  changeKind(kind: string): Promise<void>
  rehearse(): Promise<void>
  confirm(): Promise<MappingConfirmed | null>
}

const pauseMs = 350

/** One file that waits for its columns to be named: what it looks like under the choices made so far. */
export function usePendingFile(fileId: () => string): PendingWork {
  const inspection = shallowRef<PendingInspection | null>(null)
  const sheetIndex = ref(0)
  const kind = ref('')
  const name = ref('')
  const keyless = ref(false)
  const relaxed = reactive(new Set<string>())
  const choices = reactive(new Map<number, ColumnChoice>())
  const effect = shallowRef<IngestEffect | null>(null)
  const { busy, problem, attempt } = useAttempt<PendingStep>()
  const sheets = computed(() => inspection.value?.sheets ?? [])
  const sheet = computed(() => sheets.value[sheetIndex.value] ?? null)

  const draft = computed(() => {
    const shown = sheet.value
    if (!shown) return null
    const given = name.value.trim() || (inspection.value?.pending.fileName ?? '映射')
    const said = { kind: kind.value || shown.kind, name: given.slice(0, 80), keyless: keyless.value }
    return toDraft(shown, choices, { ...said, relaxed: [...relaxed] })
  })

  /** Takes the server's guesses as the choices to start from. */
  function adopt(): void {
    relaxed.clear()
    effect.value = null
    choices.clear()
    for (const [index, choice] of choicesOf(sheet.value)) choices.set(index, choice)
    kind.value = sheet.value?.kind ?? ''
  }

  async function load(query: { kind?: string } = {}): Promise<void> {
    const { path, query: asked } = endpoints.pendingFile(fileId(), query)
    const answer = await attempt('read', () => request<PendingInspection>(path, { query: asked }))
    if (answer === null) return
    inspection.value = answer
    if (query.kind === undefined) {
      const first = answer.sheets.findIndex((one) => one.needsConfirmation)
      sheetIndex.value = Math.max(0, first)
      name.value =
        answer.pending.fileName
          .replace(/\.[^.]*$/, '')
          .split('/')
          .at(-1) ?? ''
    }
    adopt()
  }

  watchDraft(draft, async (said, isLatest) => {
    effect.value = null
    const path = endpoints.pendingStep(fileId(), 'preview')
    const answer = await attempt('preview', () => request<PendingInspection>(path, { body: said }))
    if (answer !== null && isLatest()) inspection.value = keepGuesses(answer, inspection.value)
  })
  watch(sheetIndex, adopt)

  async function step<Answer>(which: 'effect' | 'confirm'): Promise<Answer | null> {
    const said = draft.value
    if (!said) return null
    return attempt(which, () => request<Answer>(endpoints.pendingStep(fileId(), which), { body: said }))
  }

  return {
    inspection,
    sheets,
    sheet,
    sheetIndex,
    kind,
    name,
    keyless,
    relaxed,
    choices,
    effect,
    problem,
    busy,
    load: () => load(),
    changeKind: (chosen) => load({ kind: chosen }),
    rehearse: async () => {
      effect.value = await step<IngestEffect>('effect')
    },
    confirm: () => step<MappingConfirmed>('confirm'),
  }
}

/** Asks for a preview once the choices have rested; an answer that has been overtaken is told so. */
function watchDraft(
  draft: ComputedRef<MappingDraft | null>,
  preview: (said: MappingDraft, isLatest: () => boolean) => Promise<void>,
): void {
  let turn = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(
    () => JSON.stringify(draft.value),
    () => {
      const mine = ++turn
      clearTimeout(timer)
      timer = setTimeout(() => {
        if (draft.value !== null) void preview(draft.value, () => mine === turn)
      }, pauseMs)
    },
  )
}

function choicesOf(sheet: InspectedSheet | null): [number, ColumnChoice][] {
  return (sheet?.columns ?? []).map(({ index, field, dateFormats, decimal }) => [
    index,
    { field: field ?? '', date: dateFormats.join('，'), decimal: decimal === ',' ? ',' : '', unit: '' },
  ])
}

function toDraft(
  { columns, name: sheet }: InspectedSheet,
  choices: ReadonlyMap<number, ColumnChoice>,
  said: Pick<MappingDraft, 'kind' | 'name' | 'keyless' | 'relaxed'>,
): MappingDraft | null {
  const assignments = columns.flatMap(({ index, header }) => {
    const choice = choices.get(index)
    return choice && choice.field !== '' ? [{ header, ...toAssignment(choice) }] : []
  })
  return assignments.length === 0 ? null : { ...said, assignments, ...(sheet === null ? {} : { sheet }) }
}

function toAssignment({ field, date, decimal, unit }: ColumnChoice) {
  const formats = date
    .split(/[,，]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
  return {
    field,
    ...(formats.length === 0 ? {} : { date: formats }),
    ...(decimal === '' ? {} : { decimal }),
    ...(unit === '' ? {} : { unit }),
  }
}

/** A preview knows no guesses: the kinds and the difference first shown stay. */
function keepGuesses(answer: PendingInspection, before: PendingInspection | null): PendingInspection {
  return {
    ...answer,
    sheets: answer.sheets.map((sheet, index) => {
      const earlier = before?.sheets[index]
      if (!earlier || !sheet.needsConfirmation) return sheet
      return {
        ...sheet,
        kinds: earlier.kinds,
        difference: earlier.difference,
        columns: sheet.columns.map((column, at) => {
          const guessed = earlier.columns[at]
          const isSame = guessed?.field === column.field
          return isSame ? { ...column, reason: guessed.reason, confidence: guessed.confidence } : column
        }),
      }
    }),
  }
}
