import { shanghaiDay } from '#calendar'
import { cleanText, safeFileName } from '#documents'
import { letterOf, type Case, type Letter } from '../core/case.ts'
import type { LetterSections } from '../core/command.ts'
import { CaseworkError } from '../errors.ts'
import type { FileStore } from '../files/file-store.ts'
import type { EvidenceStore, LetterText } from '../store/evidence-store.ts'
import { letterNumber, renderLetter } from './document.ts'
import type { Evidence } from './evidence.ts'
import { unknownFigures } from './figures.ts'

/** A letter as people read it on the page. */
export interface LetterView {
  readonly letter: Letter
  readonly sections: LetterSections
  readonly number: string
  readonly author: string
  readonly writtenAt: string
  readonly evidence: readonly Evidence[]
  /** Figures somebody wrote in that the evidence does not hold. */
  readonly unknownFigures: readonly string[]
  /** False while casework.yaml names no office. */
  readonly isOfficeNamed: boolean
}

const mostText = { title: 200, addressee: 200, body: 20_000, signer: 200, copies: 500, contact: 200 }

/** Sections as they may be stored: cleaned, trimmed and bounded. CASE_INPUT_INVALID names the part that is not. */
export function checkedSections(given: LetterSections): LetterSections {
  const checked = { ...given }
  for (const name of Object.keys(mostText) as (keyof LetterSections)[]) {
    const text = cleanText(given[name]).trim()
    if (Array.from(text).length > mostText[name])
      throw new CaseworkError('CASE_INPUT_INVALID', `${name} 过长`)
    checked[name] = name === 'body' ? text : text.replaceAll(/\s*\n\s*/g, ' ')
  }
  if (checked.title === '' || checked.addressee === '' || checked.body === '') {
    throw new CaseworkError('CASE_INPUT_INVALID', '标题、主送机关和正文不能为空')
  }
  return checked
}

/** Reads letters for the page and makes their files. */
export class LetterDesk {
  readonly #store: EvidenceStore
  readonly #files: FileStore

  constructor(store: EvidenceStore, files: FileStore) {
    this.#store = store
    this.#files = files
  }

  async views(one: Case): Promise<LetterView[]> {
    if (one.letters.length === 0) return []
    const [texts, evidence] = await Promise.all([this.#store.texts(one.id), this.#store.evidence(one.id)])
    return one.letters.map((letter) => viewOf(letter, texts, evidence))
  }

  /** The DOCX with its file name; from approval on always the same bytes. CASE_NOT_FOUND. */
  async document(one: Case, letterId: string): Promise<{ name: string; bytes: Uint8Array }> {
    const letter = letterOf(one, letterId)
    if (letter === null) throw new CaseworkError('CASE_NOT_FOUND')
    const [texts, evidence] = await Promise.all([this.#store.texts(one.id), this.#store.evidence(one.id)])
    const text = textOf(letter, texts)
    const make = () =>
      renderLetter({
        sections: text.sections,
        office: text.office,
        evidence: evidence.filter(({ id }) => text.evidenceIds.includes(id)),
        number: letter.number,
        date: letter.approvedAt === null ? null : shanghaiDay(letter.approvedAt),
      })
    const number = letter.number === null ? '待签发' : letterNumber(text.office, letter.number)
    return {
      name: safeFileName(`${number} ${text.sections.addressee} ${text.sections.title}`, '.docx'),
      bytes: letter.number === null ? await make() : await this.#files.letter(`${letter.id}.docx`, make),
    }
  }
}

function viewOf(letter: Letter, texts: readonly LetterText[], evidence: readonly Evidence[]): LetterView {
  const text = textOf(letter, texts)
  const first = texts.find(({ id }) => id === letter.draftId) ?? text
  const used = evidence.filter(({ id }) => text.evidenceIds.includes(id))
  return {
    letter,
    sections: text.sections,
    number: letterNumber(text.office, letter.number),
    author: text.author,
    writtenAt: text.writtenAt,
    evidence: used,
    unknownFigures: unknownFigures(text.sections, first.sections, used),
    isOfficeNamed: text.office.isNamed,
  }
}

function textOf(letter: Letter, texts: readonly LetterText[]): LetterText {
  const text = texts.find(({ id }) => id === letter.textId)
  if (text === undefined) throw new CaseworkError('CASE_NOT_FOUND')
  return text
}
