import {
  SearchIndexBuilder,
  type SearchFilter,
  type SearchHit,
  type SearchIndex,
} from '../../search/index.ts'
import { normaliseText } from '../../text/index.ts'
import { loadSegmenter, loadStopWords } from '../lexicons.ts'

/** Columns of some documents, or the end of them, or a draft to search by. */
export type SearchTask =
  | {
      readonly step: 'add'
      readonly id: readonly string[]
      readonly kind: readonly string[]
      readonly year: readonly (number | null)[]
      readonly title: readonly string[]
      readonly body: readonly string[]
      readonly reply: readonly string[]
    }
  | { readonly step: 'finish' }
  | { readonly step: 'search'; readonly draft: string; readonly filter: SearchFilter; readonly limit: number }

export interface SearchAnswer {
  readonly hits: readonly SearchHit[]
  readonly documents: number
  readonly bytes: number
}

const MAX_BODY = 4000
const MAX_REPLY = 400
const MAX_DRAFT = 20_000
/** A first line this short is a title. */
const TITLE_LETTERS = 60

const segmenter = loadSegmenter()
let builder: SearchIndexBuilder | null = new SearchIndexBuilder(loadStopWords())
let index: SearchIndex | null = null

/** The thread that holds one index: it is filled once, then asked. */
export default function work(task: SearchTask): SearchAnswer {
  if (task.step === 'add') add(task)
  else if (task.step === 'finish') {
    index = builder?.build() ?? null
    builder = null
  }
  const hits = task.step === 'search' ? search(task) : []
  return { hits, documents: index?.size ?? builder?.size ?? 0, bytes: index?.bytes ?? 0 }
}

function add(task: Extract<SearchTask, { step: 'add' }>): void {
  task.id.forEach((id, row) => {
    const kind = task.kind[row] ?? ''
    const title = normaliseText(task.title[row] ?? '')
    const body = normaliseText((task.body[row] ?? '').slice(0, MAX_BODY))
    // All comments on a draft share its title.
    const isComment = kind === 'comments'
    builder?.add({
      id,
      kind,
      year: task.year[row] ?? null,
      title: isComment ? '' : title,
      titleWords: isComment ? [] : segmenter.segment(title),
      bodyWords: segmenter.segment(isComment ? `${title}\n${body}` : body),
      replyWords: segmenter.segment(normaliseText((task.reply[row] ?? '').slice(0, MAX_REPLY))),
    })
  })
}

function search(task: Extract<SearchTask, { step: 'search' }>): readonly SearchHit[] {
  const draft = normaliseText(task.draft.slice(0, MAX_DRAFT))
  const [first = ''] = draft.split('\n')
  const title = first.length <= TITLE_LETTERS ? first : ''
  return index?.search({ title, words: segmenter.segment(draft) }, task.filter, task.limit) ?? []
}
