import { readFileSync } from 'node:fs'
import {
  createSegmenter,
  parseLexicon,
  type Lexicon,
  type PlacePatterns,
  type Segmenter,
} from '../text/index.ts'

const FOLDER = new URL('../lexicons/', import.meta.url)

function readLexicon(name: string): Lexicon {
  return parseLexicon(readFileSync(new URL(`${encodeURIComponent(name)}.txt`, FOLDER), 'utf8'))
}

/** The product's stop words: function words, forms of address and letter phrases. */
export function loadStopWords(): ReadonlySet<string> {
  return new Set(readLexicon('停用词').words.map((entry) => entry.word))
}

/** The naming patterns of estates, streets and villages. */
export function loadPlacePatterns(): PlacePatterns {
  const { words } = readLexicon('地名后缀')
  const tagged = (tag: string): Set<string> =>
    new Set(words.filter((entry) => entry.tag === tag).map((entry) => entry.word))
  return { suffixes: tagged('suffix'), anchors: tagged('anchor'), breaks: tagged('break') }
}

/** The naming suffixes as dictionary words, so that 华庭 or 嘉园 is cut off as one piece and can be joined. */
function placeSuffixes(): Lexicon {
  const lexicon = readLexicon('地名后缀')
  const words = lexicon.words.filter(({ word, tag }) => tag === 'suffix' && word.length > 1)
  return { ...lexicon, words: words.map((entry) => ({ ...entry, frequency: SUFFIX_FREQUENCY })) }
}

const SUFFIX_FREQUENCY = 2000

const segmenterLexicons = (): Lexicon[] => [
  readLexicon('机构'),
  readLexicon('政策词'),
  readLexicon('地名'),
  placeSuffixes(),
]

/** Name and version of every dictionary of the segmenter, without building it. */
export function lexiconVersions(): string[] {
  return segmenterLexicons().map(({ name, version }) => `${name}@${version}`)
}

let shared: Segmenter | undefined

/** The product's segmenter, with all domain dictionaries. Built once per process: it costs about 0.3 s. */
export function loadSegmenter(): Segmenter {
  shared ??= createSegmenter({
    lexicons: segmenterLexicons(),
    places: loadPlacePatterns(),
  })
  return shared
}
