import { addressFinders } from './addresses.ts'
import { runFinder, type Finder } from './finder.ts'
import { masks, type PersonalDataKind, type PersonalSpan } from './kinds.ts'
import { nameFinders, namesInRow } from './names.ts'
import { numberFinders } from './numbers.ts'
import { plainDigits } from './plain-digits.ts'

export interface MaskedText {
  readonly text: string
  readonly found: readonly PersonalDataKind[]
}

const finders: readonly Finder[] = [...numberFinders, ...addressFinders, ...nameFinders]

/**
 * Personal data in free text, in the order of the text: checksummed citizen numbers and bank cards, phones, plates,
 * passports and permits, e-mail, WeChat and QQ, names where people give them, house-level parts of addresses.
 * Contract numbers, dates, amounts and anonymised places are left alone. Depends on the text alone.
 */
export function findPersonalData(text: string): PersonalSpan[] {
  let plain = plainDigits(text)
  const spans: PersonalSpan[] = []
  const take = (found: Iterable<PersonalSpan>): void => {
    for (const span of found) {
      spans.push(span)
      // What one finder took, no later one reads: brackets stand there, as they will in the masked text.
      plain = `${plain.slice(0, span.start)}${'['.repeat(span.end - span.start - 1)}]${plain.slice(span.end)}`
    }
  }
  for (const finder of finders) if (finder.sign.test(plain)) take(runFinder(finder, plain))
  for (const { end } of spans.filter(({ kind }) => kind === 'name')) take(namesInRow(plain, end))
  return spans.sort((left, right) => left.start - right.start)
}

/** Purposes, places and titles repeat all through a table; what was found in them is remembered for a while. */
const known = new Map<string, MaskedText>()
const shortText = 60
const knownTexts = 4096

/** The text with a label in place of every piece of personal data. Masking it again changes nothing. */
export function maskPersonalData(text: string): MaskedText {
  if (text.length > shortText) return mask(text)
  const remembered = known.get(text)
  if (remembered) return remembered
  const masked = mask(text)
  if (known.size >= knownTexts) known.clear()
  known.set(text, masked)
  return masked
}

/** A name of a file, a sheet or a column, or a sentence about one, as the ledger may show it. */
export function withoutPersonalData(text: string): string {
  return maskPersonalData(text).text
}

function mask(text: string): MaskedText {
  const found = new Set<PersonalDataKind>()
  let masked = text
  // A label can make plain what stood beside it (a name, now followed by a bracket): once more, where any was set.
  for (let round = 0; round < rounds; round++) {
    const spans = findPersonalData(masked)
    if (spans.length === 0) break
    for (const { kind } of spans) found.add(kind)
    masked = withLabels(masked, spans)
  }
  return { text: masked, found: [...found] }
}

const rounds = 4

function withLabels(text: string, spans: readonly PersonalSpan[]): string {
  let labelled = ''
  let at = 0
  for (const { start, end, kind } of spans) {
    labelled += text.slice(at, start) + masks[kind]
    at = end
  }
  return labelled + text.slice(at)
}
