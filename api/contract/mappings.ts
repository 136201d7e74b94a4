import { Type, type Static } from 'typebox'
import { Instant, Nullable } from './shape.ts'

const Text = Type.String({ maxLength: 400 })
const Problem = Type.Object({ code: Type.String(), message: Type.String() })

/** A file that waits for a person to say what its columns are. */
export const PendingFile = Type.Object({
  id: Type.String(),
  fileName: Type.String(),
  code: Type.String(),
  message: Type.String({ description: '为什么要人来确认' }),
  actor: Type.String(),
  source: Nullable(Type.String()),
  at: Instant,
})
export type PendingFile = Static<typeof PendingFile>

export const PendingList = Type.Object({ items: Type.Array(PendingFile) })
export type PendingList = Static<typeof PendingList>

export const InspectedColumn = Type.Object({
  index: Type.Integer(),
  header: Type.String(),
  field: Nullable(Type.String()),
  label: Nullable(Type.String()),
  type: Nullable(Type.String()),
  confidence: Type.Number({ description: '0–1' }),
  reason: Nullable(
    Type.Enum(['name', 'mapping', 'memory', 'similar', 'values'], {
      description: '表头相符、按映射、沿用上次、表头相近、内容像',
    }),
  ),
  samples: Type.Array(
    Type.Object({
      before: Type.String({ description: '原样（个人信息已遮盖）' }),
      after: Nullable(Type.String()),
      problem: Nullable(Type.String({ description: '读不了的原因' })),
    }),
  ),
  dateFormats: Type.Array(Type.String()),
  isDateAmbiguous: Type.Boolean({ description: '日与月的先后看不准' }),
  isUnitUnclear: Type.Boolean({
    description: '看不出金额的单位（表头或表格上方写了几个、不一样，或是外币），要选定一个',
  }),
  unit: Nullable(Type.String()),
  decimal: Nullable(Type.Enum(['.', ','])),
})
export type InspectedColumn = Static<typeof InspectedColumn>

const KindFit = Type.Object({ kind: Type.String(), label: Type.String(), fit: Type.Number() })
const FieldName = Type.Object({ field: Type.String(), label: Type.String() })

export const InspectedSheet = Type.Object({
  name: Nullable(Type.String()),
  kind: Type.String(),
  kindLabel: Type.String(),
  kinds: Type.Array(KindFit),
  mapping: Nullable(Type.String()),
  needsConfirmation: Type.Boolean(),
  problem: Nullable(Problem),
  headerLine: Type.Integer(),
  columns: Type.Array(InspectedColumn),
  missing: Type.Array(FieldName),
  read: Type.Integer(),
  accepted: Type.Integer(),
  refused: Type.Integer(),
  hasMore: Type.Boolean(),
  reasons: Type.Array(Type.Object({ label: Type.String(), message: Type.String(), rows: Type.Integer() })),
  warnings: Type.Array(Type.String()),
  difference: Nullable(
    Type.Object({
      mapping: Type.String(),
      added: Type.Array(Type.String()),
      gone: Type.Array(Type.String()),
    }),
  ),
})
export type InspectedSheet = Static<typeof InspectedSheet>

/** How a file would be read; nothing has been taken in. */
export const PendingInspection = Type.Object({
  pending: PendingFile,
  format: Type.String(),
  encoding: Nullable(Type.String()),
  sheets: Type.Array(InspectedSheet),
  notes: Type.Array(Type.String()),
})
export type PendingInspection = Static<typeof PendingInspection>

export const InspectionQuery = Type.Object({ kind: Type.Optional(Type.String({ maxLength: 40 })) })
export type InspectionQuery = Static<typeof InspectionQuery>

/** What a person says the columns of one sheet are. */
export const MappingDraft = Type.Object({
  sheet: Type.Optional(Type.String({ maxLength: 200, description: '工作表；没有工作表的文件不填' })),
  kind: Type.String({ maxLength: 40 }),
  name: Type.String({ minLength: 1, maxLength: 80 }),
  assignments: Type.Array(
    Type.Object({
      field: Type.String({ maxLength: 60 }),
      header: Text,
      date: Type.Optional(Type.Array(Type.String({ maxLength: 40 }), { maxItems: 5 })),
      decimal: Type.Optional(Type.Enum(['.', ','])),
      unit: Type.Optional(Type.String({ maxLength: 10 })),
    }),
    { minItems: 1, maxItems: 200 },
  ),
  relaxed: Type.Array(Type.String({ maxLength: 60 }), { maxItems: 60 }),
  keyless: Type.Boolean({ description: '没有能区分记录的编号，按不随办理变化的内容认' }),
})
export type MappingDraft = Static<typeof MappingDraft>

const Figure = Nullable(Type.Union([Type.Number(), Type.String()]))

/** What taking the file in would change. */
export const IngestEffect = Type.Object({
  rows: Type.Integer(),
  accepted: Type.Integer({ description: '新增或更新' }),
  quarantined: Type.Integer(),
  unchanged: Type.Integer(),
  warnings: Type.Array(Type.String()),
  marts: Type.Array(Type.Object({ mart: Type.String(), before: Type.Integer(), after: Type.Integer() })),
  metrics: Type.Array(
    Type.Object({
      name: Type.String(),
      label: Type.String(),
      unit: Type.String(),
      before: Figure,
      after: Figure,
    }),
  ),
})
export type IngestEffect = Static<typeof IngestEffect>

export const MappingConfirmed = Type.Object({
  mapping: Type.String({ description: '存下的映射' }),
  jobId: Nullable(Type.String({ description: '已排队载入的任务；还有工作表待确认时为空' })),
  remaining: Type.Integer({ description: '同一文件里还待确认的工作表' }),
})
export type MappingConfirmed = Static<typeof MappingConfirmed>

/** A mapping of the data home. */
export const StoredMapping = Type.Object({
  id: Type.String(),
  name: Type.String(),
  kind: Type.String(),
  kindLabel: Type.String(),
  columns: Type.Integer(),
  headers: Type.Array(Type.String()),
  file: Nullable(Type.String({ description: '文件名样式' })),
  sources: Type.Array(Type.String(), { description: '属于哪些来源；空的表示不限' }),
  changedAt: Instant,
  versions: Type.Array(Type.String()),
})
export type StoredMapping = Static<typeof StoredMapping>

export const StoredMappingList = Type.Object({
  items: Type.Array(StoredMapping),
  errors: Type.Array(Type.String({ description: '写坏了的映射文件' })),
})
export type StoredMappingList = Static<typeof StoredMappingList>

export const StoredMappingDetail = Type.Object({
  ...StoredMapping.properties,
  text: Type.String(),
  version: Type.String({ description: '读到的是哪一版；保存时带回' }),
})
export type StoredMappingDetail = Static<typeof StoredMappingDetail>

export const MappingText = Type.Object({
  text: Type.String({ minLength: 1, maxLength: 100_000 }),
  version: Type.Optional(
    Type.String({ maxLength: 64, description: '改的是哪一版；已被别人改过则拒绝（409）' }),
  ),
})
export type MappingText = Static<typeof MappingText>

/** What a kind of source consists of, for choosing columns and for filling in by hand. */
export const SourceKinds = Type.Object({
  items: Type.Array(
    Type.Object({
      kind: Type.String(),
      label: Type.String(),
      fields: Type.Array(
        Type.Object({
          field: Type.String(),
          label: Type.String(),
          type: Type.Enum(['text', 'code', 'date', 'timestamp', 'money', 'integer', 'percent', 'choice']),
          required: Type.Boolean(),
          isLong: Type.Boolean({ description: '大段文字' }),
          isState: Type.Boolean({ description: '办理中会变的' }),
          choices: Type.Array(Type.String()),
        }),
      ),
    }),
  ),
})
export type SourceKinds = Static<typeof SourceKinds>
