import { resolve } from 'node:path'
import type { Command } from 'commander'
import { checkDisclosures, type CheckedDisclosure } from '../commands/budget-disclosure.ts'
import { exitCodes } from '../failure.ts'
import type { AddTo } from '../invocation.ts'

/** `huizhi budget disclosure <pdf…>` */
export function addDisclosure(budget: Command, add: AddTo): void {
  const { command, act } = add(
    budget,
    'disclosure',
    '核对部门决算公开文件（PDF、XLSX）：表内、表间、表文是否相符',
  )
  command.argument('<文件...>', '部门决算公开文件').action((paths: string[]) =>
    act(async ({ output }) => {
      const files = await checkDisclosures(paths.map((path) => resolve(path)))
      output.result({ files }, () => files.map(describe).join('\n\n'))
      return files.some(isUnread) ? exitCodes.refused : exitCodes.done
    }),
  )
}

/** Not a department's final accounts of the usual form, or not readable at all. */
function isUnread(file: CheckedDisclosure): boolean {
  return file.problem !== null || file.tables.length === 0
}

function describe(file: CheckedDisclosure): string {
  if (file.problem !== null) return `${file.file}：${file.problem.message}`
  if (file.tables.length === 0) return `${file.file}：没有认出部门决算的表格，未核对`
  const head = `${file.file}：${file.year === null ? '年度不明' : `${String(file.year)} 年度`}，读出 ${String(file.tables.length)} 张表，`
  if (file.issues.length === 0) return `${head}未发现勾稽不符`
  return [
    `${head}${String(file.issues.length)} 处需要核对（不是结论）`,
    ...file.issues.map(({ page, check, text }) => `  第 ${String(page)} 页  ${check}：${text}`),
  ].join('\n')
}
