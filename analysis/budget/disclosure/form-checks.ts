import { accountTables, bareTitle } from '#terms'
import { type Line, spot } from './document.ts'
import { type DisclosureIssue } from './issue.ts'
import { type Table } from './tables.ts'

/** What the file's form must have: all tables of the contents, its own year throughout, no words of the template. */
export function checkForm(lines: readonly Line[], tables: readonly Table[]): DisclosureIssue[] {
  return [...checkMissing(lines, tables), ...checkYears(lines), ...checkPlaceholders(lines)]
}

function checkMissing(lines: readonly Line[], tables: readonly Table[]): DisclosureIssue[] {
  return accountTables.flatMap((name) => {
    const listed = lines.find(({ text }) =>
      new RegExp(`^[一二三四五六七八九十]、${bareTitle(name)}`, 'u').test(bareTitle(text)),
    )
    if (!listed || tables.some((table) => table.name === name)) return []
    return [{ check: '缺少表格', ...spot(listed), text: `目录列有“${name}”，正文没有这张表` }]
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

/** Lines of the cover: the title, broken where it is long. */
const coverLines = 12

/** '示例省云岭市财政局2024年度部门决算' on the cover → the name before the year. */
export function unitOf(lines: readonly Line[]): string | null {
  const cover = lines.filter(({ page }) => page === 1).slice(0, coverLines)
  const text = cover.map((line) => line.text).join('')
  const named = /^(?:附件\d*[:：]?)?(.{2,40}?)[（(]?20\d{2}年度?[）)]?(?:部门|单位)决算/u.exec(text)
  const name = named?.[1]?.replace(/^[（(]?(?:部门|单位)[）)]?/u, '')
  return name === undefined || /[，。；：]|^第.部分/u.test(name) ? null : name
}

function checkYears(lines: readonly Line[]): DisclosureIssue[] {
  const year = yearOf(lines)
  if (year === null) return []
  const patterns = [/^第[一二三四五]部分.*?(20\d{2})年度/u, /截至(20\d{2})年12月31日/u]
  return lines.flatMap(({ page, row, text }) =>
    patterns.flatMap((pattern) => {
      const found = pattern.exec(text)
      if (found?.[1] === undefined || Number(found[1]) === year) return []
      return [
        {
          check: '年度不一致',
          page,
          row,
          text: `本文是 ${String(year)} 年度，此处写“${found[0].slice(-12)}”`,
        },
      ]
    }),
  )
}

/** 'XX局', '××部门': what a template leaves for the writer to fill in. */
function checkPlaceholders(lines: readonly Line[]): DisclosureIssue[] {
  return lines
    .filter(({ text }) => /[XＸ×]{2,}(?:局|部门|单位|街道|委|办|中心|镇|万元)/u.test(text))
    .map(({ page, row, text }) => ({
      check: '模板未填',
      page,
      row,
      text: `留有模板占位“${/[XＸ×]{2,}\S{0,4}/u.exec(text)?.[0] ?? ''}”`,
    }))
}
