/** What may not be shown yet, and until when: entered by people, enforced on everything that leaves for a wall. */
export interface EmbargoEntry {
  readonly id: string
  readonly scope: EmbargoScope
  /** A name or a number as the panels show it, or any word. */
  readonly value: string
  readonly reason: string
  /** Last day it holds (Shanghai); null until a person lifts it. */
  readonly until: string | null
}

export type EmbargoScope = 'topic' | 'unit' | 'draft' | 'project' | 'district' | 'word'

/** Says of a text whether it may not leave for the wall. */
export type BarredTest = (text: string) => boolean

/**
 * True for a text that names an embargoed thing. Widths, case and spaces do not matter. A number made of Latin letters
 * and digits must stand alone (P1 does not bar P12); anything else bars wherever it occurs in a text.
 */
export function embargoTest(entries: readonly EmbargoEntry[], today: string): BarredTest {
  const values = entries
    .filter(({ until }) => until === null || until >= today)
    .map(({ value }) => plain(value))
    .filter((value) => value !== '')
  const tests = values.map((value) => (isNumber(value) ? standingAlone(value) : within(value)))
  return (text) => {
    if (tests.length === 0) return false
    const known = plain(text)
    return tests.some((test) => test(known))
  }
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, '')
}

function isNumber(value: string): boolean {
  return /^[\w:.-]+$/u.test(value)
}

function within(value: string): BarredTest {
  return (text) => text.includes(value)
}

function standingAlone(value: string): BarredTest {
  const escaped = value.replace(/[.-]/g, (sign) => `\\${sign}`)
  const pattern = new RegExp(`(?<![a-z0-9])${escaped}(?![a-z0-9])`)
  return (text) => pattern.test(text)
}
