import { Type, type Static } from 'typebox'
import { kinds } from '#warehouse'
import { PolicySchema } from '../sources/policy.ts'

const closed = { additionalProperties: false } as const
const TextOrTexts = Type.Union([Type.String(), Type.Array(Type.String(), { minItems: 1 })])

const FromHeader = Type.Object(
  {
    header: TextOrTexts,
    date: Type.Optional(TextOrTexts),
    decimal: Type.Optional(Type.Union([Type.Literal('.'), Type.Literal(',')])),
    scale: Type.Optional(Type.Union([Type.Number({ exclusiveMinimum: 0 }), Type.String()])),
    unit: Type.Optional(Type.String()),
    values: Type.Optional(
      Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()])),
    ),
    missing: Type.Optional(Type.Array(Type.Union([Type.String(), Type.Number()]))),
  },
  closed,
)
const Constant = Type.Object({ const: Type.Union([Type.String(), Type.Number()]) }, closed)

/** The shape of a mapping file; docs/mapping-files.md explains each key. */
export const MappingSchema = Type.Object(
  {
    kind: Type.Enum([...kinds]),
    name: Type.Optional(Type.String()),
    match: Type.Optional(
      Type.Object(
        {
          headers: Type.Optional(Type.Array(Type.String(), { minItems: 1 })),
          file: Type.Optional(Type.String()),
          source: Type.Optional(TextOrTexts),
        },
        closed,
      ),
    ),
    columns: Type.Record(Type.String(), Type.Union([TextOrTexts, FromHeader, Constant])),
    only_listed: Type.Optional(Type.Boolean()),
    currency: Type.Optional(Type.String()),
    unit: Type.Optional(Type.String()),
    timezone: Type.Optional(Type.String()),
    key: Type.Optional(Type.Union([Type.Literal('none'), Type.Array(Type.String(), { minItems: 1 })])),
    required: Type.Optional(Type.Record(Type.String(), Type.Boolean())),
    records: Type.Optional(Type.String()),
    observed: Type.Optional(Type.String()),
    encoding: Type.Optional(Type.String()),
    delimiter: Type.Optional(Type.String({ minLength: 1 })),
    skip: Type.Optional(Type.Integer({ minimum: 0 })),
    sheets: Type.Optional(Type.Array(Type.String(), { minItems: 1 })),
    policy: Type.Optional(PolicySchema),
  },
  closed,
)

export type MappingFile = Static<typeof MappingSchema>
export type MappingColumn = MappingFile['columns'][string]

/** Allowed keys at each place, for the message about an unknown one. */
export const allowedKeys = {
  top: Object.keys(MappingSchema.properties),
  match: ['headers', 'file', 'source'],
  policy: Object.keys(PolicySchema.properties),
  column: ['header', 'date', 'decimal', 'scale', 'unit', 'values', 'missing', 'const'],
} as const
