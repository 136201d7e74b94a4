import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { checkDisclosures } from '../../../cli/commands/budget-disclosure.ts'
import { fileBytes } from '../../../ingest/formats/pdf/file-bytes.ts'
import { readPdfPages } from '../../../ingest/formats/pdf/read-pages.ts'

const folder = mkdtempSync(join(tmpdir(), 'huizhi-pdf-'))
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** A PDF of one page whose content stream is given. */
function pdf(name: string, content: string): string {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${String(content.length)} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const at = text.length
    text += `${String(index + 1)} 0 obj\n${object}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const start = text.length
  text += `xref\n0 6\n0000000000 65535 f \n${offsets.join('')}trailer << /Size 6 /Root 1 0 R >>\nstartxref\n${String(start)}\n%%EOF`
  const path = join(folder, name)
  writeFileSync(path, text, 'latin1')
  return path
}

describe('the text layer of a PDF', () => {
  it('is read without a word on standard output, which belongs to the answer', async () => {
    const said = vi.spyOn(console, 'log')
    const bytes = await fileBytes(pdf('quiet.pdf', 'BT /F1 12 Tf 100 700 Td (201) Tj ET'))
    await readPdfPages(bytes, 'quiet.pdf')
    expect(said).not.toHaveBeenCalled()
  })

  it('gives each piece with its place from the top', async () => {
    const path = pdf('two.pdf', 'BT /F1 12 Tf 100 700 Td (201) Tj 50 -20 Td (2,940.05) Tj ET')
    const [page] = await readPdfPages(await fileBytes(path), 'two.pdf')
    expect(page?.texts.map(({ text, x, y }) => [text, Math.round(x), Math.round(y)])).toEqual([
      ['201', 100, 100],
      ['2,940.05', 150, 120],
    ])
  })

  it('refuses what has no text, what is no PDF and what is not there', async () => {
    const damaged = join(folder, 'damaged.pdf')
    writeFileSync(damaged, '%PDF-1.4 and no more')
    const files = await checkDisclosures([pdf('scan.pdf', ''), damaged, join(folder, 'none.pdf')])
    expect(files.map(({ problem }) => problem?.code)).toEqual([
      'pdf_without_text',
      'pdf_damaged',
      'file_missing',
    ])
  })
})

const real = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'data', 'budget', 'shanghai-putuo')

describe('real published accounts', () => {
  it.skipIf(!existsSync(real))(
    'finds the seeded errors of the test copy (skipped when the files are absent)',
    async () => {
      const names = readdirSync(real).filter((name) => /测试问题版本|社会工作部|规划和自然/u.test(name))
      const files = await checkDisclosures(names.sort().map((name) => join(real, name)))
      const byName = (part: string) => files.find(({ file }) => file.includes(part))
      const kinds = byName('测试问题版本')
        ?.issues.map(({ check }) => check)
        .sort()
      expect(kinds).toEqual([
        ...['增减表述', '增减表述', '增减表述', '年度不一致', '年度不一致', '模板未填', '缺少表格'],
        ...['表文不一致', '表文不一致'],
      ])
      expect(byName('社会工作部')?.issues).toEqual([])
      expect(byName('规划和自然')?.issues).toEqual([])
    },
    60_000,
  )
})
