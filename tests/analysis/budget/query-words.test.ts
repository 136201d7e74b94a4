import { describe, expect, it } from 'vitest'
import { budgetTotals, narrowingQueries } from '#warehouse'
import { refundWords, reliefWords } from '../../../analysis/budget/suppression.ts'

// What the rules and the queries both know stands in both: SQL cannot read the rules' lists.

/** The words that a query compares payments with, those in its comments left out. */
function wordsOf({ sql }: { readonly sql: string }): string[] {
  return [...sql.replaceAll(/^--.*$/gmu, '').matchAll(/like '%([^%']+)%'/gu)].map(([, word]) => word ?? '')
}

describe('the words of a query are those of the rules', () => {
  it.each([
    ['rhythms of equal payments', budgetTotals.rhythms],
    ['shares of repeated amounts', budgetTotals.shares],
  ])('refunds in the %s', (_, query) => {
    expect(wordsOf(query)).toEqual(refundWords)
  })

  it.each([
    ['sums by month', budgetTotals.cells],
    ['sums before approval', budgetTotals.early],
    ['payments before approval', narrowingQueries.early],
  ])('disaster relief in the %s', (_, query) => {
    expect(wordsOf(query).filter((word) => word !== '结转')).toEqual(reliefWords)
  })
})

it('the queries about repeated payments mean the same by a payment that says what it was for', () => {
  const says =
    "(use_des is not null or contract_no is not null or char_length(replace(invoice_no, ' ', '')) >= 6)"
  for (const { sql } of [budgetTotals.rhythms, budgetTotals.shares, narrowingQueries.repeats])
    expect(sql.split(says)).toHaveLength(2)
})
