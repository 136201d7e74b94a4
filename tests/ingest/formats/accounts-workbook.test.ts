import { describe, expect, it } from 'vitest'
import { checkDisclosure, linesOf } from '#analysis'
import { readDisclosure } from '#ingest'
import { openTable } from '../../../ingest/formats/open.ts'
import { accountPages, type AccountFlaw } from '../../../data-samples/generator/budget/accounts.ts'
import { xlsxBytes } from '../../../data-samples/generator/writers/xlsx.ts'
import { tempFile } from '../temp-folder.ts'

const figures = {
  unit: '示例省云岭市示例局',
  year: 2024,
  staff: 600_000_000,
  running: 100_000_000,
  project: 200_000_000,
  carried: 100_000_000,
  threePublic: [1_200_000, 800_000],
} as const

/** The pages as sheets; amounts are numbers as a clerk types them, and the tables number their rows. */
async function workbook(flaws: readonly AccountFlaw[]): Promise<string> {
  const pages = accountPages(figures, flaws)
  const bytes = await xlsxBytes(
    pages.map(([title = '', ...lines], index) => ({
      sheet: `公开${String(index + 1)}`,
      titles: [title],
      header: ['项目', '行次', '', '', '', ''],
      rows: lines.map((line, row) => {
        const [first = '', ...others] = line.split(' ').map(cellOf)
        return [first, row + 1, ...others]
      }),
    })),
  )
  return tempFile('示例局2024年度部门决算公开表.xlsx', bytes)
}

/** '1,000.00' → 1000, as a number cell shows it; codes and words stay. */
function cellOf(word: string): string | number {
  return /^-?[\d,]+\.\d{2}$/u.test(word) ? Number(word.replaceAll(',', '')) : word
}

describe('published accounts as a workbook', () => {
  it('add up when read sheet by sheet, whole numbers and row numbers notwithstanding', async () => {
    const report = checkDisclosure(linesOf(await readDisclosure(await workbook([]))))
    expect(report).toMatchObject({ unit: figures.unit, year: 2024, issues: [] })
    expect(report.tables).toHaveLength(3)
  })

  it('are taken for the lines they show, a sheet a page', async () => {
    const path = await workbook(['item'])
    const table = await openTable(path)
    expect(table.sheets.map(({ name, headers }) => [name, headers?.[0]])).toContainEqual([
      '公开4',
      'document',
    ])
    await table.close()
    const { issues } = checkDisclosure(linesOf(await readDisclosure(path)))
    expect(issues.map(({ check, page }) => `${check} ${String(page)}`)).toEqual(['表内勾稽 4', '表内勾稽 4'])
  })

  it('are not seen in a workbook of other tables', async () => {
    const bytes = await xlsxBytes([
      { sheet: '2024决算', titles: ['收入决算表'], header: ['科目', '金额'], rows: [['税收收入', 1]] },
    ])
    const table = await openTable(tempFile('收入决算.xlsx', bytes))
    expect(table.sheets[0]?.headers).toBeNull()
    await table.close()
  })
})
