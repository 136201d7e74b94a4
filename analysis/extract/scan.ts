import { amountAt } from './amounts.ts'
import { dateAt } from './dates.ts'
import type { Gazetteer, NameEntry } from './gazetteer.ts'
import { figure, type Mention } from './mention.ts'
import { NameTrie } from './name-trie.ts'
import { citedLawAt, contractAt, documentAt, titledLawAt } from './references.ts'

/** Letters stand for hidden names in published letters: A7县, A市A3区. */
const ANONYMOUS =
  /(?<![A-Za-z0-9])[A-Z]\d{0,3}(?:市|县|区|镇|乡|村|街道|社区)(?:[A-Z]\d{0,3}(?:市|县|区|镇|乡|村|街道|社区)){0,4}/uy
const FIGURES = '0123456789'
const NUMERALS = '一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟'
const DATE_WORDS = '今昨前大上本这去明下当后'

const NUMBER = 1
const NAME = 2
const DATE_WORD = 4
const LETTER = 8
const MARK = 16

/** Finds the mentions of a text in one pass; most characters can begin none and cost a table look-up. */
export class Scanner {
  readonly #kinds = new Uint8Array(0x10000)
  readonly #names = new NameTrie()
  readonly #gazetteer: Gazetteer
  readonly #laws: ReadonlySet<string>

  constructor(gazetteer: Gazetteer, laws: readonly string[]) {
    this.#gazetteer = gazetteer
    this.#laws = new Set(laws)
    for (const name of gazetteer.keys()) this.#names.add(name)
    for (const law of laws) this.#names.add(law)
    for (const code of this.#names.firstCodes()) this.#mark(String.fromCharCode(code), NAME)
    this.#mark(FIGURES + NUMERALS, NUMBER)
    this.#mark(DATE_WORDS, DATE_WORD)
    this.#mark('ABCDEFGHIJKLMNOPQRSTUVWXYZ', LETTER)
    this.#mark('《〔[（(合¥￥人', MARK)
  }

  #mark(characters: string, kind: number): void {
    for (const char of characters)
      this.#kinds[char.charCodeAt(0)] = (this.#kinds[char.charCodeAt(0)] ?? 0) | kind
  }

  /** @param written the letter's day, 'YYYY-MM-DD' */
  scan(text: string, written: string | null): Mention[] {
    const found: Mention[] = []
    let position = 0
    while (position < text.length) {
      const kind = this.#kinds[text.charCodeAt(position)] ?? 0
      const mention = kind === 0 ? null : this.#at(text, position, kind, written)
      if (mention === null) {
        position++
        continue
      }
      // A document number's sign lies before the bracket it was found by.
      while ((found.at(-1)?.end ?? 0) > mention.start) found.pop()
      found.push(mention)
      position = mention.end
    }
    return found
  }

  #at(text: string, position: number, kind: number, written: string | null): Mention | null {
    const mention =
      (kind & MARK ? markAt(text, position) : null) ?? (kind & NAME ? this.#nameAt(text, position) : null)
    if (mention !== null) return mention
    if (kind & LETTER) return anonymousAt(text, position)
    if (kind & (NUMBER | DATE_WORD)) return numberAt(text, position, kind, written)
    return null
  }

  #nameAt(text: string, start: number): Mention | null {
    const name = this.#names.longestAt(text, start)
    if (name === null) return null
    const end = start + name.length
    if (this.#laws.has(name)) {
      const law = citedLawAt(text, start, end)
      if (law !== null) return figure('law', start, law.end, law.value)
    }
    const entry = this.#gazetteer.get(name)
    if (entry === undefined || !fits(text, end, name, entry)) return null
    return { type: entry.type, start, end, value: null, entry }
  }
}

/** The word goes on: 云岭市场 is no city, 区域 no district. */
const GOES_ON: Readonly<Record<string, string>> = { 市: '场容值', 区: '域', 县: '域', 委: '员', 局: '部长' }
const SHORT_GOES_ON = '湖山河江海路街巷桥大道学院'
const PROJECT_FOLLOWS = /^["”’》]?.{0,6}?(?:项目|工程|资金|预算|专项|经费)/u
const SURE_PROJECT_LENGTH = 8

function fits(text: string, end: number, name: string, { type, form }: NameEntry): boolean {
  const next = text.charAt(end)
  if (next !== '' && (GOES_ON[name.slice(-1)] ?? '').includes(next)) return false
  if (type === 'place' && form === 'short') return next === '' || !SHORT_GOES_ON.includes(next)
  if (type !== 'project' || name.length >= SURE_PROJECT_LENGTH) return true
  return PROJECT_FOLLOWS.test(text.slice(end, end + 12))
}

function markAt(text: string, position: number): Mention | null {
  const char = text[position]
  if (char === '《') {
    const law = titledLawAt(text, position)
    return law && figure('law', position, law.end, law.value)
  }
  if (char === '合') {
    const contract = contractAt(text, position)
    return contract && figure('contract', position, contract.end, contract.value)
  }
  if (char === '¥' || char === '￥' || (char === '人' && text.startsWith('人民币', position))) {
    const amount = amountAt(text, position)
    return amount && figure('amount', position, amount.end, amount.value)
  }
  const document = documentAt(text, position)
  return document && figure('document', document.start, document.end, document.value)
}

function anonymousAt(text: string, start: number): Mention | null {
  ANONYMOUS.lastIndex = start
  return ANONYMOUS.test(text) ? figure('place', start, ANONYMOUS.lastIndex, null) : null
}

const INSIDE_NUMBER = /[\d.,，A-Za-z第万亿]/
const INSIDE_NUMERAL = /[零〇一二两三四五六七八九十百千万亿第]/

function numberAt(text: string, start: number, kind: number, written: string | null): Mention | null {
  const before = text.charAt(start - 1)
  if (kind & NUMBER) {
    const isFigure = FIGURES.includes(text.charAt(start))
    if ((isFigure ? INSIDE_NUMBER : INSIDE_NUMERAL).test(before) && !isPause(text, start)) return null
  }
  const date = before === '年' && kind & NUMBER ? null : dateAt(text, start, written)
  if (date !== null) return figure('date', start, date.end, date.value)
  const amount = kind & NUMBER ? amountAt(text, start) : null
  return amount && figure('amount', start, amount.end, amount.value)
}

/** A comma before a figure is a pause, unless it parts thousands. */
function isPause(text: string, start: number): boolean {
  const before = text.charAt(start - 1)
  return (before === ',' || before === '，') && !FIGURES.includes(text.charAt(start - 2))
}
