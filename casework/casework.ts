import type { Readable } from 'node:stream'
import type { Warehouse } from '#warehouse'
import { shanghaiDay, toInstant } from '#calendar'
import type { Case } from './core/case.ts'
import type { Command } from './core/command.ts'
import { assertAllowed, decide } from './core/decide.ts'
import type { Actor, CaseEvent, FindingFacts, StoredFile } from './core/event.ts'
import { CaseworkError } from './errors.ts'
import { FileStore } from './files/file-store.ts'
import { LetterDesk, type LetterView } from './letters/desk.ts'
import type { Evidence } from './letters/evidence.ts'
import { zipFiles } from '#documents'
import { Preparation } from './preparation.ts'
import { readSettings, type CaseworkSettings } from './settings.ts'
import { CaseBook } from './store/case-book.ts'
import { EvidenceStore } from './store/evidence-store.ts'
import { RunObserver } from './store/observer.ts'

export interface CaseworkDeps {
  readonly warehouse: Warehouse
  readonly dataDir: string
  readonly now: () => Date
}

export interface Acting {
  readonly actor: Actor
  /** Version the person saw; another one means that somebody was faster (CASE_MOVED). */
  readonly version: number
  /** The same id a second time changes nothing and answers with the case as it stands. */
  readonly requestId: string
}

/** Findings to cases to letters to verdicts; every change is an event with an actor, a time and a note. */
export class Casework {
  readonly #deps: CaseworkDeps
  readonly #book: CaseBook
  readonly #evidence: EvidenceStore
  readonly #files: FileStore
  readonly #letters: LetterDesk
  readonly #observer: RunObserver
  readonly #preparation: Preparation

  constructor(deps: CaseworkDeps) {
    this.#deps = deps
    this.#book = new CaseBook(deps.warehouse)
    this.#evidence = new EvidenceStore(deps.warehouse)
    this.#files = new FileStore(deps.dataDir)
    this.#letters = new LetterDesk(this.#evidence, this.#files)
    const settings = () => this.settings()
    const at = () => this.#at()
    const book = this.#book
    const evidence = this.#evidence
    this.#observer = new RunObserver({ warehouse: deps.warehouse, book, evidence, settings, at })
    this.#preparation = new Preparation({ book, evidence, files: this.#files, settings, at })
  }

  /** The institution's settings, read anew each time: a changed file needs no restart. */
  settings(): Promise<CaseworkSettings> {
    return readSettings(this.#deps.dataDir)
  }

  /** Today in Shanghai. */
  today(): string {
    return shanghaiDay(this.#deps.now())
  }

  /** Takes the latest run of the budget checks into account: repeats, disappearances, rechecks. */
  observe(): Promise<void> {
    return this.#observer.observe()
  }

  /** Resolves when no run is being taken into account any more; before the warehouse is closed. */
  idle(): Promise<void> {
    return this.#observer.idle()
  }

  /** Another number after every change to a case: whoever shows cases asks anew then. */
  get revision(): number {
    return this.#book.changes
  }

  async cases(): Promise<readonly Case[]> {
    await this.observe()
    return this.#book.all()
  }

  /** CASE_NOT_FOUND. */
  async find(caseId: string): Promise<Case> {
    await this.observe()
    const one = await this.#book.find(caseId)
    if (one === null) throw new CaseworkError('CASE_NOT_FOUND')
    return one
  }

  ofFinding(findingId: string): Promise<Case | null> {
    return this.#book.ofFinding(findingId)
  }

  events(caseId: string): Promise<CaseEvent[]> {
    return this.#book.events(caseId)
  }

  evidence(caseId: string): Promise<Evidence[]> {
    return this.#evidence.evidence(caseId)
  }

  letters(one: Case): Promise<LetterView[]> {
    return this.#letters.views(one)
  }

  /**
   * Opens a case for a finding, or gives the one it already has: one case per unit and matter. A case of the same rule
   * and unit in the year before is named as its predecessor. CASE_FINDING_GONE, CASE_STEP_REFUSED.
   */
  async open(findingId: string, note: string, { actor, requestId }: Omit<Acting, 'version'>): Promise<Case> {
    if (actor.role !== 'supervision') throw new CaseworkError('CASE_STEP_REFUSED', '立案由预算监督人员办理')
    const known = await this.#book.ofFinding(findingId)
    if (known !== null) return known
    const facts = await this.#evidence.take(findingId, findingId, this.#at())
    const head = {
      caseId: findingId,
      expected: 0,
      actor,
      at: this.#at(),
      requestId,
      numberYear: this.#year(),
    }
    const data = { ...facts, previousCase: await this.#predecessor(facts) }
    try {
      return await this.#book.append(head, { kind: 'opened', note: note.trim(), data })
    } catch (error) {
      const first = await this.#book.find(findingId)
      if (first === null) throw error
      return first
    }
  }

  /** Carries out one command. CASE_NOT_FOUND, CASE_MOVED, CASE_STEP_REFUSED, CASE_OWN_LETTER, CASE_INPUT_INVALID. */
  async act(caseId: string, command: Command, { actor, version, requestId }: Acting): Promise<Case> {
    const one = await this.find(caseId)
    if (await this.#book.isDone(caseId, requestId)) return one
    if (one.version !== version) throw new CaseworkError('CASE_MOVED')
    assertAllowed(one, command, actor)
    const prepared = await this.#preparation.of(one, command, actor)
    const numbered = command.type === 'approve-letter' ? { numberYear: this.#year() } : {}
    const head = { caseId, expected: version, actor, at: this.#at(), requestId, ...numbered }
    const after = await this.#book.append(head, decide(one, command, actor, prepared))
    // What was approved is kept as a file at once, before anything it is made from can change.
    if (command.type === 'approve-letter') await this.#letters.document(after, command.letterId)
    return after
  }

  /** Stores an attachment for a later command to name. CASE_FILE_TOO_LARGE, CASE_INPUT_INVALID. */
  async saveFile(name: string, content: Readable): Promise<StoredFile> {
    return this.#files.save(name, content, (await this.settings()).attachmentLimit)
  }

  /** An attachment registered in the case. CASE_NOT_FOUND. */
  async file(caseId: string, hash: string): Promise<{ file: StoredFile; content: Readable }> {
    const events = await this.events(caseId)
    const file = events.flatMap(filesOf).find((one) => one.hash === hash)
    if (file === undefined || !(await this.#files.has(hash))) throw new CaseworkError('CASE_NOT_FOUND')
    return { file, content: this.#files.read(hash) }
  }

  async document(caseId: string, letterId: string): Promise<{ name: string; bytes: Uint8Array }> {
    return this.#letters.document(await this.find(caseId), letterId)
  }

  /** A ZIP of the last letter of each case, for printing and stamping. CASE_NOT_FOUND when none has one. */
  async archive(caseIds: readonly string[]): Promise<Uint8Array> {
    const files: Record<string, Uint8Array> = {}
    for (const [index, caseId] of [...new Set(caseIds)].entries()) {
      const one = await this.find(caseId)
      const letter = one.letters.findLast(({ status }) => status !== 'void')
      if (letter === undefined) continue
      const { name, bytes } = await this.#letters.document(one, letter.id)
      files[`${String(index + 1).padStart(3, '0')} ${name}`] = bytes
    }
    if (Object.keys(files).length === 0) throw new CaseworkError('CASE_NOT_FOUND')
    return zipFiles(files)
  }

  async #predecessor({ rule, agencyCode, fiscalYear }: FindingFacts): Promise<string | null> {
    if (agencyCode === null || fiscalYear === null) return null
    const cases = await this.#book.all()
    const before = cases.find(({ findings: [first] }) => {
      return first.rule === rule && first.agencyCode === agencyCode && first.fiscalYear === fiscalYear - 1
    })
    return before?.id ?? null
  }

  #at(): string {
    return toInstant(this.#deps.now())
  }

  #year(): number {
    return Number(this.today().slice(0, 4))
  }
}

function filesOf(event: CaseEvent): readonly StoredFile[] {
  return event.kind === 'answered' || event.kind === 'rectification-reported' ? event.data.files : []
}
