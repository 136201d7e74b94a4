import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePercent } from '../../../ingest/values/percent.ts'
import { Refusal } from '../../../ingest/values/refusal.ts'

describe('per cent', () => {
  it.each([
    ['65%', '0.6500'],
    ['65', '0.6500'],
    ['0.65', '0.6500'],
    ['１００％', '1.0000'],
    ['1', '1.0000'],
    ['1%', '0.0100'],
    ['0', '0.0000'],
    ['33.333 %', '0.3333'],
    ['', null],
    ['—', null],
  ])('%s is %s', (text, expected) => {
    expect(parsePercent(text)).toBe(expected)
  })

  it.each(['过半', '101%', '-5%', '120', '#DIV/0!'])('refuses %s', (text) => {
    expect(parsePercent(text)).toBeInstanceOf(Refusal)
  })

  it('reads a share and its percentage alike', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), (points) => {
        expect(parsePercent(`${points / 100}%`)).toBe(parsePercent((points / 10_000).toFixed(4)))
      }),
    )
  })
})
