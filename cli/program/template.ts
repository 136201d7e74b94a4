import { resolve } from 'node:path'
import type { Command } from 'commander'
import { templateName, writeTemplate } from '#ingest'
import { isKind, kinds } from '#warehouse'
import { UsageError } from '../command.ts'
import { exitCodes } from '../failure.ts'
import type { AddTo } from '../invocation.ts'

/** `huizhi template <kind> [--out FILE]`: an empty workbook to fill in by hand. */
export function addTemplate(program: Command, add: AddTo): void {
  const { command, act } = add(program, 'template', '生成一类数据的填报模板（XLSX），填好后直接接入')
  command
    .argument('<kind>', `数据种类：${kinds.join('、')}`)
    .option('--out <文件>', '写到哪个文件（默认当前目录）')
    .action((kind: string, options: { out?: string }) =>
      act(async ({ output }) => {
        if (!isKind(kind)) throw new UsageError(`没有“${kind}”这种数据，可用的有：${kinds.join('、')}`)
        const path = resolve(options.out ?? templateName(kind))
        await writeTemplate(kind, path)
        output.result({ path }, () => `已写好模板：${path}`)
        return exitCodes.done
      }),
    )
}
