import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { findingKinds } from '#warehouse'
import { budgetRules } from '../../analysis/budget/index.ts'

const metrics = join(import.meta.dirname, '..', '..', 'warehouse', 'metrics')

it('whatever counts findings is made from every kind that a rule reads', () => {
  const stated = readdirSync(metrics)
    .filter((name) => name.startsWith('findings_'))
    .map((name) =>
      /^kinds: \[(.*)\]$/mu
        .exec(readFileSync(join(metrics, name), 'utf8'))?.[1]
        ?.split(', ')
        .sort(),
    )
  expect(stated.length).toBeGreaterThan(0)
  for (const kinds of stated) expect(kinds).toEqual([...findingKinds].sort())
})

it('every kind that a rule asks for is among those its findings depend on', () => {
  const asked = new Set(budgetRules.flatMap(({ requires }) => requires.map(({ kind }) => kind)))
  expect([...asked].filter((kind) => !(findingKinds as readonly string[]).includes(kind))).toEqual([])
})
