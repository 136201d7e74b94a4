import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { checkDisclosures } from '../../cli/commands/budget-disclosure.ts'
import { table } from '../../cli/output.ts'

/** What the check of published final accounts finds in each real file: counts by check, never a text. */
export async function measureDisclosures(folder: string): Promise<string> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.pdf'))
  const checked = await checkDisclosures(files.sort().map((name) => join(folder, name)))
  const rows = checked.map(({ file, tables, issues }) => {
    const counts = new Map<string, number>()
    for (const { check } of issues) counts.set(check, (counts.get(check) ?? 0) + 1)
    return [
      file,
      tables.length,
      issues.length,
      [...counts].map(([name, count]) => `${name} ${String(count)}`).join('；'),
    ]
  })
  const found = (part: string): string =>
    String(checked.find(({ file }) => file.includes(part))?.issues.length ?? '—')
  return [
    table(['文件', '表', '需核对', '其中'], rows),
    `测试问题版本找出 ${found('测试问题版本')} 处（埋设 9 处）；没有改动的原件 ${found('good-')} 处（原件说明文字与总表自己不一致，不是误报）`,
  ].join('\n')
}
