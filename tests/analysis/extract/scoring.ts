import { readFileSync } from 'node:fs'
import { createEntityExtractor, type Entity } from '../../../analysis/extract/index.ts'
import { loadSegmenter } from '../../../analysis/jobs/lexicons.ts'
import { normaliseText } from '../../../analysis/text/index.ts'
import { masterData } from './master.ts'

export interface Labelled {
  sentence: string
  /** `type|text|value`; the value of a name is its code, ? for none, ~ for several. */
  expected: string[]
}

export function readLabelled(): Labelled[] {
  return readFileSync(new URL('labelled.tsv', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [sentence = '', labels = '-'] = line.split('\t')
      return { sentence, expected: labels === '-' ? [] : labels.split(';') }
    })
}

export const LETTER_DAY = '2026-05-20'

export function extractAll(labelled: readonly Labelled[]): string[][] {
  const extract = createEntityExtractor(masterData())
  const segmenter = loadSegmenter()
  return labelled.map(({ sentence }) => {
    const text = normaliseText(sentence)
    return extract(text, segmenter.segment(text), LETTER_DAY).map(toLabel)
  })
}

/** The naive way that the figures are compared with: full names of the master data as they stand, nothing else. */
export function fullNamesOnly(labelled: readonly Labelled[]): string[][] {
  const { regions, units, projects } = masterData()
  const names = [
    ...regions.map(({ name, code }) => ({ type: 'place', name, code })),
    ...units.map(({ name, code }) => ({ type: 'unit', name, code })),
    ...projects.map(({ name, code }) => ({ type: 'project', name, code })),
  ]
  return labelled.map(({ sentence }) =>
    names
      .filter(({ name }) => sentence.includes(name))
      .map(({ type, name, code }) => `${type}|${name}|${code}`),
  )
}

function toLabel({ type, text, value, target, status }: Entity): string {
  if (type !== 'place' && type !== 'unit' && type !== 'project') return `${type}|${text}|${value ?? ''}`
  return `${type}|${text}|${status === 'ambiguous' ? '~' : (target ?? '?')}`
}

export interface Score {
  expected: number
  found: number
  right: number
}

/** Counts by type: a mention is right when type, text and value all are. */
export function scoreByType(labelled: readonly Labelled[], found: readonly string[][]): Map<string, Score> {
  const scores = new Map<string, Score>()
  const scoreOf = (label: string): Score => {
    const type = label.split('|')[0] ?? ''
    const score = scores.get(type) ?? { expected: 0, found: 0, right: 0 }
    scores.set(type, score)
    return score
  }
  for (const [index, { expected }] of labelled.entries()) {
    for (const label of expected) scoreOf(label).expected++
    for (const label of found[index] ?? []) {
      const score = scoreOf(label)
      score.found++
      if (expected.includes(label)) score.right++
    }
  }
  return scores
}
