import type { SharedKeys } from '#warehouse'

/** Sentences for rows of a file that share a number. */
export function sharingWarnings({ repeatedRows, supersededRows, contestedKeys }: SharedKeys): string[] {
  const warnings: string[] = []
  if (repeatedRows > 0) warnings.push(`有 ${repeatedRows} 行与前面的行完全相同、编号也相同，统计时只计一次`)
  if (supersededRows > 0)
    warnings.push(
      `有 ${supersededRows} 行与前面的行编号相同、内容有改动，作为同一条记录的后一个状态，以靠后的一行为准`,
    )
  if (contestedKeys > 0)
    warnings.push(
      `有 ${contestedKeys} 个编号在这个文件里（或与以前的文件之间）指着不同的记录，各按一条记；请核对是不是编错了号`,
    )
  return warnings
}
