import { Type } from 'typebox'
import { ingestPaths, StatedTotals } from '#ingest'
import { kinds } from '#warehouse'
import { defineCommand } from '../command.ts'

/** `huizhi ingest`: files and folders into the warehouse; marts are rebuilt, audited and published with them. */
export const ingestCommand = defineCommand(
  'ingest',
  Type.Object({
    paths: Type.Array(Type.String(), { minItems: 1 }),
    kind: Type.Optional(Type.Enum([...kinds])),
    mapping: Type.Optional(Type.String()),
    stated: Type.Optional(StatedTotals),
    actor: Type.String(),
  }),
  async ({ warehouse, dataDir, now, progress }, { paths, ...options }) =>
    ingestPaths(warehouse, paths, {
      ...options,
      dataDir,
      now,
      onProgress: ({ file, rows }) => {
        progress(`${file}：已读 ${rows} 行`)
      },
    }),
)
