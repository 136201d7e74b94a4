import { Type } from 'typebox'
import { runAnalysis } from '#analysis'
import { defineCommand } from '../command.ts'
import { analysisContext } from './analysis-context.ts'

/** `huizhi run`: rebuilds what new loads or changed SQL touch, then the analyses whose inputs changed. */
export const runCommand = defineCommand(
  'run',
  Type.Object({ all: Type.Boolean() }),
  async (context, { all }) => {
    const rebuild = await context.warehouse.rebuild({
      all,
      onProgress: (progress) => {
        if (progress.step === 'build') context.progress(`重建 ${progress.model}`)
      },
    })
    const jobs = await runAnalysis(analysisContext(context), { force: all })
    return { rebuild, jobs }
  },
)
