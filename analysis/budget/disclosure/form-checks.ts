import { type Line } from './document.ts'
import { type DisclosureIssue } from './issue.ts'
import { type Table, tableNames } from './tables.ts'

/** What the file's form must have: all tables of the contents, its own year throughout, no words of the template. */
export function checkForm(lines: readonly Line[], tables: readonly Table[]): DisclosureIssue[] {
  return [...checkMissing(lines, tables), ...checkYears(lines), ...checkPlaceholders(lines)]
}

function checkMissing(lines: readonly Line[], tables: readonly Table[]): DisclosureIssue[] {
  const plain = (text: string): string => text.replace(/["＂”“]/gu, '')
  return tableNames.flatMap((name) => {
    const listed = lines.find(({ text }) =>
      new RegExp(`^[一二三四五六七八九十]、${plain(name)}`, 'u').test(plain(text)),
    )
    if (!listed || tables.some((table) => table.name === name)) return []
    return [{ check: '缺少表格', page: listed.page, text: `目录列有“${name}”，正文没有这张表` }]
  })
}

/** The year most headings name. */
export function yearOf(lines: readonly Line[]): number | null {
  const counts = new Map<number, number>()
  for (const { text } of lines)
    for (const [, year] of text.matchAll(/(20\d{2})年度(?:部门|单位)?决算/gu))
      counts.set(Number(year), (counts.get(Number(year)) ?? 0) + 1)
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])
  return most?.[0] ?? null
}

function checkYears(lines: readonly Line[]): DisclosureIssue[] {
  const year = yearOf(lines)
  if (year === null) return []
  const patterns = [/^第[一二三四五]部分.*?(20\d{2})年度/u, /截至(20\d{2})年12月31日/u]
  return lines.flatMap(({ page, text }) =>
    patterns.flatMap((pattern) => {
      const found = pattern.exec(text)
      if (found?.[1] === undefined || Number(found[1]) === year) return []
      return [
        { check: '年度不一致', page, text: `本文是 ${String(year)} 年度，此处写“${found[0].slice(-12)}”` },
      ]
    }),
  )
}

/** 'XX局', '××部门': what a template leaves for the writer to fill in. */
function checkPlaceholders(lines: readonly Line[]): DisclosureIssue[] {
  return lines
    .filter(({ text }) => /[XＸ×]{2,}(?:局|部门|单位|街道|委|办|中心|镇|万元)/u.test(text))
    .map(({ page, text }) => ({
      check: '模板未填',
      page,
      text: `留有模板占位“${/[XＸ×]{2,}\S{0,4}/u.exec(text)?.[0] ?? ''}”`,
    }))
}
