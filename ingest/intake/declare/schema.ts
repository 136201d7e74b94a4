import { Type, type Static } from 'typebox'
import { kinds } from '#warehouse'
import { PolicySchema } from '../../sources/policy.ts'
import { cronRules } from '../schedule/rules.ts'

const closed = { additionalProperties: false } as const
const Text = Type.String({ minLength: 1, maxLength: 2000 })
/** The name of an environment variable that holds a token or an address with a password; never the secret itself. */
const Secret = Type.String({ pattern: '^HUIZHI_SOURCE_[A-Z0-9_]{1,60}$' })
const Scalars = Type.Record(Text, Type.Union([Type.String(), Type.Number(), Type.Boolean()]))

const Folder = Type.Object(
  {
    path: Type.Optional(Text),
    /** A file whose size and time stayed the same for so long is complete. */
    settle_seconds: Type.Optional(Type.Number({ minimum: 0, maximum: 3600 })),
  },
  closed,
)

const Paging = Type.Object(
  {
    type: Type.Enum(['page', 'offset', 'cursor', 'next-link', 'link-header']),
    parameter: Type.Optional(Text),
    size_parameter: Type.Optional(Text),
    size: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
    first: Type.Optional(Type.Integer({ minimum: 0 })),
    /** Where the answer holds the next cursor or address. */
    path: Type.Optional(Text),
    /** Where the answer says whether there is more. */
    more: Type.Optional(Text),
  },
  closed,
)

/** What an answer that is no error says of itself. */
const Success = Type.Object(
  {
    /** Where the answer says it. */
    field: Text,
    values: Type.Array(Type.Union([Type.String(), Type.Number(), Type.Boolean()]), {
      minItems: 1,
      maxItems: 20,
    }),
  },
  closed,
)

const Http = Type.Object(
  {
    url: Type.String({ pattern: '^https?://', maxLength: 2000 }),
    method: Type.Optional(Type.Enum(['GET', 'POST'])),
    headers: Type.Optional(Type.Record(Text, Type.String())),
    query: Type.Optional(Scalars),
    body: Type.Optional(Type.Record(Text, Type.Unknown())),
    token: Type.Optional(
      Type.Object(
        {
          env: Secret,
          header: Type.Optional(Text),
          prefix: Type.Optional(Type.String()),
          query: Type.Optional(Text),
        },
        closed,
      ),
    ),
    records: Type.Optional(Text),
    success: Type.Optional(Success),
    /** Where the answer says how many records there are in all; `none`: nowhere. */
    total: Type.Optional(Text),
    paging: Type.Optional(Paging),
    request_seconds: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 3600 })),
    total_minutes: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 1440 })),
    max_mb: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 256 })),
    max_pages: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000 })),
    retries: Type.Optional(Type.Integer({ minimum: 0, maximum: 10 })),
  },
  closed,
)

const Database = Type.Object(
  {
    connection: Type.Object({ env: Secret }, closed),
    table: Type.Optional(Text),
    select: Type.Optional(Type.String({ minLength: 1, maxLength: 100_000 })),
    statement_seconds: Type.Optional(Type.Integer({ minimum: 1, maximum: 86_400 })),
    fetch_rows: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  },
  closed,
)

const Incremental = Type.Object(
  {
    /** Field of a record or column of a table; without it the time of the last pull is the mark. */
    field: Type.Optional(Text),
    format: Type.Optional(Type.Enum(['datetime', 'date', 'iso', 'epoch', 'epoch_ms', 'number', 'text'])),
    start: Type.Optional(Type.Union([Type.String(), Type.Number()])),
    overlap_days: Type.Optional(Type.Number({ minimum: 0, maximum: 3660 })),
    overlap_workdays: Type.Optional(Type.Integer({ minimum: 0, maximum: 260 })),
  },
  closed,
)

const Schedule = Type.Object(
  {
    cron: Text,
    workdays: Type.Optional(Type.Union([Type.Boolean(), Type.Enum([...cronRules])])),
    /** How long after the planned time a run may begin before it counts as missed. */
    grace_minutes: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_080 })),
    /** Whether a missed run is made up for as soon as the server is back. */
    catch_up: Type.Optional(Type.Boolean()),
  },
  closed,
)

/** The shape of a source file, `sources/<name>.yaml`; docs/sources.md explains each key. */
export const SourceSchema = Type.Object(
  {
    title: Type.String({ minLength: 1, maxLength: 60 }),
    owner: Type.Optional(Type.String({ maxLength: 60 })),
    kind: Type.Optional(Type.Enum([...kinds])),
    mapping: Type.Optional(Type.String({ pattern: '^[^/\\\\]{1,120}$' })),
    policy: Type.Optional(PolicySchema),
    folder: Type.Optional(Folder),
    http: Type.Optional(Http),
    postgres: Type.Optional(Database),
    mysql: Type.Optional(Database),
    incremental: Type.Optional(Incremental),
    schedule: Type.Optional(Schedule),
    /** New data is expected within so many working days. */
    freshness: Type.Optional(Type.Object({ workdays: Type.Integer({ minimum: 0, maximum: 260 }) }, closed)),
  },
  closed,
)

export type SourceFile = Static<typeof SourceSchema>
export type HttpSettings = Static<typeof Http>
export type SuccessSettings = Static<typeof Success>
export type PagingSettings = Static<typeof Paging>
export type DatabaseSettings = Static<typeof Database>
export type FolderSettings = Static<typeof Folder>
export type IncrementalSettings = Static<typeof Incremental>
export type ScheduleSettings = Static<typeof Schedule>
