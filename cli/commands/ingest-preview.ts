import { Type } from 'typebox'
import { previewPaths } from '#ingest'
import { kinds } from '#warehouse'
import { defineCommand } from '../command.ts'

/** `huizhi ingest --dry-run`: how files would be read and what they would change; nothing is taken in. */
export const ingestPreviewCommand = defineCommand(
  'ingest-preview',
  Type.Object({
    paths: Type.Array(Type.String(), { minItems: 1 }),
    kind: Type.Optional(Type.Enum([...kinds])),
    mapping: Type.Optional(Type.String()),
    actor: Type.String(),
  }),
  async ({ warehouse, dataDir, now }, { paths, ...options }) =>
    previewPaths(warehouse, paths, { ...options, dataDir, now }),
)
