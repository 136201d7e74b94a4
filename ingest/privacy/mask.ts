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

/** Texts without any of these signs hold nothing that is masked; most texts end here. */
const anySign =
  /\d{3}|\d[ .·•_–—-]|[０-９]{2}|[〇零○一二三四五六七八九幺壹贰叁肆伍陆柒捌玖]{6}|[@＠]|我|本人|爸|妈|父|母|夫|妻|[人主东者板头名家民众工友]|先生|女士|小姐|师傅|大[爷妈]|阿姨|敬|谢|[\n]|[栋幢座楼元弄号]|微|[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Za-zＡ-Ｚ]/

const finders: readonly Finder[] = [...numberFinders, ...addressFinders, ...nameFinders]

/**
 * Personal data in free text, in the order of the text: checksummed citizen numbers and bank cards, phones, plates,
 * passports and permits, e-mail, WeChat and QQ, names where people give them, house-level parts of addresses.
 * Contract numbers, dates, amounts and anonymised places are left alone. Depends on the text alone.
 */
export function findPersonalData(text: string): PersonalSpan[] {
  if (!anySign.test(text)) return []
  let plain = plainDigits(text)
  const spans: PersonalSpan[] = []
  const take = (found: Iterable<PersonalSpan>): void => {
    for (const span of found) {
      spans.push(span)
      // What one finder took, no later one reads: brackets stand there, as they will in the masked text.
      plain = `${plain.slice(0, span.start)}${'['.repeat(span.end - span.start - 1)}]${plain.slice(span.end)}`
    }
  }
  for (const finder of finders) take(runFinder(finder, plain))
  for (const { end } of spans.filter(({ kind }) => kind === 'name')) take(namesInRow(plain, end))
  return spans.sort((left, right) => left.start - right.start)
}

/** The text with a label in place of every piece of personal data. Masking it again changes nothing. */
export function maskPersonalData(text: string): MaskedText {
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
