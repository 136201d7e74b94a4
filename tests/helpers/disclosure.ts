import { writeFileSync } from 'node:fs'
import { accountPages, type AccountFlaw } from '../../data-samples/generator/budget/accounts.ts'
import { pdfBytes } from '../../data-samples/generator/writers/pdf.ts'

/** Writes the published accounts of an invented unit as a PDF, with the errors asked for. */
export function writeAccounts(
  path: string,
  flaws: readonly AccountFlaw[],
  unit = '示例省云岭市示例局',
): void {
  const figures = {
    unit,
    year: 2024,
    staff: 600_000_000,
    running: 100_000_000,
    project: 200_000_000,
    carried: 100_000_000,
    threePublic: [1_200_000, 800_000] as const,
  }
  writeFileSync(path, pdfBytes(accountPages(figures, flaws)))
}
