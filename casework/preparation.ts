import { randomUUID } from 'node:crypto'
import { addWorkdays, shanghaiDay } from '#calendar'
import { letterOf, type Case } from './core/case.ts'
import type { Command } from './core/command.ts'
import type { Prepared } from './core/decide.ts'
import type { Actor, FindingFacts, StoredFile } from './core/event.ts'
import { CaseworkError } from './errors.ts'
import type { FileStore } from './files/file-store.ts'
import { checkedSections } from './letters/desk.ts'
import { draftSections } from './letters/draft.ts'
import type { Evidence } from './letters/evidence.ts'
import type { CaseworkSettings } from './settings.ts'
import type { CaseBook } from './store/case-book.ts'
import type { EvidenceStore } from './store/evidence-store.ts'

interface PreparationDeps {
  readonly book: CaseBook
  readonly evidence: EvidenceStore
  readonly files: FileStore
  readonly settings: () => Promise<CaseworkSettings>
  /** Now, ISO 8601 UTC. */
  readonly at: () => string
}

/** What a command needs from the stores before it can be decided: days, a letter's text, evidence, attachments. */
export class Preparation {
  readonly #deps: PreparationDeps

  constructor(deps: PreparationDeps) {
    this.#deps = deps
  }

  /** CASE_NOT_FOUND, CASE_STEP_REFUSED, CASE_INPUT_INVALID. */
  async of(one: Case, command: Command, actor: Actor): Promise<Prepared> {
    const { terms, office } = await this.#deps.settings()
    const today = shanghaiDay(this.#deps.at())
    const sentOn = command.type === 'send-letter' ? command.sentOn : today
    const base: Prepared = {
      today,
      answerDue: addWorkdays(sentOn, terms.answer),
      rectifyDue: addWorkdays(today, terms.rectify),
    }
    switch (command.type) {
      case 'draft-letter': {
        const evidence = await this.#currentEvidence(one)
        const sections = draftSections(evidence, office, terms.answer)
        const text = {
          evidenceIds: evidence.map(({ id }) => id),
          sections: checkedSections(sections),
          office,
        }
        return { ...base, ...(await this.#write(one.id, randomUUID(), actor, text)) }
      }
      case 'edit-letter':
        return { ...base, ...(await this.#rewrite(one, command, actor)) }
      case 'approve-letter': {
        const letter = letterOf(one, command.letterId)
        return { ...base, ...(letter === null ? {} : { textId: letter.textId }) }
      }
      case 'join':
        return { ...base, finding: await this.#joining(one, command.findingId) }
      case 'answer':
      case 'report-rectification':
        await this.#assertFiles(command.files)
        return base
      default:
        return base
    }
  }

  async #rewrite(one: Case, command: Extract<Command, { type: 'edit-letter' }>, actor: Actor) {
    const texts = await this.#deps.evidence.texts(one.id)
    const current = texts.find(({ id }) => id === letterOf(one, command.letterId)?.textId)
    if (current === undefined) throw new CaseworkError('CASE_NOT_FOUND')
    const { evidenceIds, office } = current
    return this.#write(one.id, command.letterId, actor, {
      evidenceIds,
      office,
      sections: checkedSections(command.sections),
    })
  }

  async #write(
    caseId: string,
    letterId: string,
    actor: Actor,
    text: Pick<Parameters<EvidenceStore['addText']>[1], 'evidenceIds' | 'sections' | 'office'>,
  ): Promise<{ letterId: string; textId: string }> {
    const head = { letterId, writtenAt: this.#deps.at(), author: actor.displayName }
    return { letterId, textId: await this.#deps.evidence.addText(caseId, { ...head, ...text }) }
  }

  /** The newest evidence of each finding of the case, the first finding leading. */
  async #currentEvidence(one: Case): Promise<[Evidence, ...Evidence[]]> {
    const taken = new Map(
      (await this.#deps.evidence.evidence(one.id)).map((evidence) => [evidence.id, evidence]),
    )
    const [first, ...rest] = one.findings.flatMap(({ evidenceId }) => taken.get(evidenceId) ?? [])
    if (first === undefined) throw new CaseworkError('CASE_NOT_FOUND')
    return [first, ...rest]
  }

  async #joining(one: Case, findingId: string): Promise<FindingFacts> {
    const owner = await this.#deps.book.ofFinding(findingId)
    if (owner !== null) throw new CaseworkError('CASE_STEP_REFUSED', '这条疑点已经有案件')
    const facts = await this.#deps.evidence.take(one.id, findingId, this.#deps.at())
    if (facts.agencyCode === one.findings[0].agencyCode) return facts
    throw new CaseworkError('CASE_STEP_REFUSED', '只能并入同一单位的疑点')
  }

  async #assertFiles(files: readonly StoredFile[]): Promise<void> {
    for (const { hash } of files) {
      if (!(await this.#deps.files.has(hash)))
        throw new CaseworkError('CASE_INPUT_INVALID', '附件没有收到，请重新上传')
    }
  }
}
