import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SearchIndexBuilder, type SearchDocument, type SearchIndex } from '../../../analysis/search/index.ts'

const NO_FILTER = {}
const STOP_WORDS = new Set(['关于', '建议'])

type Text = Partial<SearchDocument> & { readonly id: string }

function documentOf({ title = '', ...text }: Text): SearchDocument {
  return {
    kind: 'suggestions',
    year: 2024,
    titleWords: title.split(' '),
    bodyWords: [],
    replyWords: [],
    ...text,
    title: title.replaceAll(' ', ''),
  }
}

function indexOf(texts: readonly Text[]): SearchIndex {
  const builder = new SearchIndexBuilder(STOP_WORDS)
  for (const text of texts) builder.add(documentOf(text))
  return builder.build()
}

const draftOf = (words: string): { title: string; words: string[] } => ({
  title: words.replaceAll(' ', ''),
  words: words.split(' '),
})

const idsFor = (
  index: SearchIndex,
  words: string,
  filter: Parameters<SearchIndex['search']>[1] = NO_FILTER,
) => index.search(draftOf(words), filter, 10).map((hit) => hit.id)

/** So that the words searched for are rare among the texts. */
const others: Text[] = Array.from({ length: 12 }, (_, index) => ({
  id: `other${String(index)}`,
  title: '公园 长椅',
  bodyWords: ['长椅', '油漆'],
}))

describe('a search', () => {
  it('puts a word of the title before one of the body, and that before one of the reply', () => {
    const index = indexOf([
      { id: 'reply', title: '杂事', replyWords: ['助餐点'] },
      { id: 'body', title: '杂事', bodyWords: ['助餐点'] },
      { id: 'title', title: '助餐点' },
      ...others,
    ])
    expect(idsFor(index, '助餐点')).toEqual(['title', 'body', 'reply'])
  })

  it('puts the rare word before the common one', () => {
    const index = indexOf([
      { id: 'common', bodyWords: ['长椅', '石阶'] },
      { id: 'rare', bodyWords: ['喷泉', '石阶'] },
      ...others,
    ])
    expect(idsFor(index, '长椅 喷泉')[0]).toBe('rare')
  })

  it('finds by pairs of letters of the title what was segmented in another way', () => {
    const index = indexOf([{ id: 'cut', title: '加装电梯' }, ...others])
    const [hit] = index.search(draftOf('加装 电梯'), NO_FILTER, 10)
    expect(hit?.id).toBe('cut')
  })

  it('names the words it shares, heaviest first, and no stop word', () => {
    const index = indexOf([{ id: 'one', title: '关于 助餐点 建议', bodyWords: ['补贴', '补贴'] }, ...others])
    const [hit] = index.search(draftOf('关于 补贴 助餐点'), NO_FILTER, 10)
    expect(hit?.shared.toSorted()).toEqual(['助餐点', '补贴'])
    expect(hit?.likeness).toBeGreaterThan(0)
  })

  it('keeps to the kind and the year, and leaves out the draft’s own record', () => {
    const index = indexOf([
      { id: 'a', title: '助餐点', kind: 'suggestions', year: 2023 },
      { id: 'b', title: '助餐点', kind: 'petitions', year: 2024 },
      { id: 'c', title: '助餐点', kind: 'petitions', year: null },
      ...others,
    ])
    expect(idsFor(index, '助餐点')).toEqual(['a', 'b', 'c'])
    expect(idsFor(index, '助餐点', { kind: 'petitions' })).toEqual(['b', 'c'])
    expect(idsFor(index, '助餐点', { year: 2024 })).toEqual(['b'])
    expect(idsFor(index, '助餐点', { kind: 'suggestions', year: 2024 })).toEqual([])
    expect(idsFor(index, '助餐点', { except: 'a' })).toEqual(['b', 'c'])
  })

  it('gives the likest when there are more than asked for', () => {
    const many = Array.from({ length: 30 }, (_, index) => ({
      id: `m${String(index)}`,
      bodyWords: ['助餐点'],
    }))
    const index = indexOf([...many, { id: 'last', title: '助餐点' }, ...others])
    expect(index.search(draftOf('助餐点'), NO_FILTER, 3).map((hit) => hit.id)).toEqual(['last', 'm0', 'm1'])
  })

  it('finds nothing for a draft without words, or in an empty index', () => {
    expect(idsFor(indexOf(others), '')).toEqual([])
    expect(idsFor(indexOf([]), '助餐点')).toEqual([])
  })
})

describe('an index', () => {
  const words = fc.constantFrom(...'助餐点 电梯 路灯 积水 公交 学位 医保 欠薪 油烟 噪声 停车 绿化'.split(' '))
  const body = fc.uniqueArray(words, { minLength: 5, maxLength: 5 })

  it('finds every text first, among texts as long, by its own words', () => {
    fc.assert(
      fc.property(fc.array(body, { minLength: 1, maxLength: 40 }), (bodies) => {
        const index = indexOf(bodies.map((bodyWords, at) => ({ id: String(at), bodyWords })))
        bodies.forEach((bodyWords) => {
          const [hit] = index.search({ title: '', words: bodyWords }, NO_FILTER, 1)
          const found = bodies[Number(hit?.id)] ?? []
          expect(found.toSorted()).toEqual(bodyWords.toSorted())
        })
      }),
    )
  })

  it('built anew has the texts added and not those gone', () => {
    const before = indexOf([{ id: 'old', title: '助餐点' }, ...others])
    const after = indexOf([{ id: 'new', title: '助餐点' }, ...others])
    expect([before.size, idsFor(before, '助餐点')]).toEqual([13, ['old']])
    expect([after.size, idsFor(after, '助餐点')]).toEqual([13, ['new']])
    expect(idsFor(before, '助餐点')).toEqual(['old'])
  })

  it('answers a draft the same whatever was asked before', () => {
    const index = indexOf([{ id: 'a', title: '助餐点' }, { id: 'b', title: '电梯' }, ...others])
    const first = index.search(draftOf('助餐点'), NO_FILTER, 5)
    index.search(draftOf('电梯 长椅'), NO_FILTER, 5)
    expect(index.search(draftOf('助餐点'), NO_FILTER, 5)).toEqual(first)
  })
})
