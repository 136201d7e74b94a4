import { Type, type Static } from 'typebox'
import { Value } from 'typebox/value'
import { ClassifierError, type ClassifierModel } from './model.ts'
import type { OpinionFit } from './second-opinion/opinion.ts'
import { Vocabulary } from './vocabulary.ts'

/**
 * File layout, little-endian: 8 bytes "HZCLS\0\0" and format number, u32 header length, u32 CRC-32 of all that
 * follows, the header as UTF-8 JSON padded with spaces to a multiple of four, then ids (u32), title columns (i32), idf,
 * weights, bias (f32); with a second opinion its words' ids (u32), scales, mean, centres, weights (f32) and cells (i8).
 * Format 2, without a second opinion, is read too.
 */
const MAGIC = [0x48, 0x5a, 0x43, 0x4c, 0x53, 0, 0]
const FORMAT = 3
const OLDER_FORMAT = 2
const PREAMBLE = 16
const LIMIT_OF_COLUMNS = 20_000_000

const Ratio = Type.Number({ minimum: 0, maximum: 1 })
const Report = Type.Object({
  texts: Type.Integer(),
  accuracy: Ratio,
  macroF1: Ratio,
  perClass: Type.Array(
    Type.Object({
      label: Type.String(),
      support: Type.Integer(),
      predicted: Type.Integer(),
      precision: Ratio,
      recall: Ratio,
      f1: Ratio,
    }),
  ),
  confusion: Type.Array(Type.Array(Type.Integer())),
  ece: Type.Union([Ratio, Type.Null()]),
})
const Header = Type.Object({
  rows: Type.Integer({ minimum: 0, maximum: LIMIT_OF_COLUMNS }),
  columns: Type.Integer({ minimum: 0, maximum: LIMIT_OF_COLUMNS }),
  labels: Type.Array(Type.String(), { minItems: 1, maxItems: 10_000 }),
  fields: Type.Array(Type.String(), { minItems: 1, maxItems: 20 }),
  grams: Type.Object({
    words: Type.Integer({ minimum: 0 }),
    characters: Type.Integer({ minimum: 0 }),
    subjects: Type.Boolean(),
  }),
  opinion: Type.Optional(
    Type.Object({
      words: Type.Integer({ minimum: 0, maximum: LIMIT_OF_COLUMNS }),
      dimensions: Type.Integer({ minimum: 0, maximum: 10_000 }),
      centres: Type.Integer({ minimum: 0, maximum: 100_000 }),
    }),
  ),
  calibration: Type.Object({
    temperature: Type.Number({ exclusiveMinimum: 0 }),
    offsets: Type.Array(Type.Number()),
    acceptFrom: Type.Number(),
    reviewBelow: Type.Number(),
    acceptShare: Type.Union([Ratio, Type.Null()]),
    acceptAccuracy: Type.Union([Ratio, Type.Null()]),
  }),
  record: Type.Object({
    kind: Type.Union([Type.Literal('trained'), Type.Literal('cold-start')]),
    examples: Type.Integer({ minimum: 0 }),
    population: Type.Optional(Type.Integer({ minimum: 0 })),
    sources: Type.Array(Type.String()),
    measured: Type.Union([Report, Type.Null()]),
  }),
})

/** The model as the bytes of one file. The same model gives the same bytes. */
export function serialiseModel(model: ClassifierModel): Uint8Array {
  const { labels, fields, grams, calibration, record, vocabulary, weights, bias, opinion } = model
  const header: Static<typeof Header> = {
    rows: vocabulary.ids.length,
    columns: vocabulary.columns,
    labels: [...labels],
    fields: [...fields],
    grams,
    ...(opinion ? { opinion: sizesOf(opinion) } : {}),
    calibration: { ...calibration, offsets: [...calibration.offsets] },
    record: { ...record, sources: [...record.sources] },
  }
  const json = new TextEncoder().encode(JSON.stringify(header))
  const headerLength = Math.ceil(json.length / 4) * 4
  const arrays = [
    vocabulary.ids,
    vocabulary.titleColumns,
    vocabulary.idf,
    weights,
    bias,
    ...(opinion ? arraysOf(opinion) : []),
  ]
  const bytes = new Uint8Array(
    PREAMBLE + headerLength + arrays.reduce((sum, array) => sum + array.byteLength, 0),
  )
  bytes.set([...MAGIC, FORMAT])
  bytes.fill(0x20, PREAMBLE, PREAMBLE + headerLength)
  bytes.set(json, PREAMBLE)
  let position = PREAMBLE + headerLength
  for (const array of arrays) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), position)
    position += array.byteLength
  }
  const view = new DataView(bytes.buffer)
  view.setUint32(8, headerLength, true)
  view.setUint32(12, checksum(bytes.subarray(PREAMBLE)), true)
  return bytes
}

/** Reads a model file. @throws {ClassifierError} when it is no model, of another format, or damaged. */
export function parseModel(bytes: Uint8Array): ClassifierModel {
  const whole = new Uint8Array(bytes)
  if (whole.length < PREAMBLE || MAGIC.some((byte, index) => whole[index] !== byte)) throw damaged()
  if (whole[7] !== FORMAT && whole[7] !== OLDER_FORMAT) {
    throw new ClassifierError('CLS_MODEL_VERSION', '模型文件的格式版本与本程序不符：请用本版本重新训练。')
  }
  const view = new DataView(whole.buffer)
  const headerLength = view.getUint32(8, true)
  if (PREAMBLE + headerLength > whole.length) throw damaged()
  if (view.getUint32(12, true) !== checksum(whole.subarray(PREAMBLE))) throw damaged()
  return readBody(whole, headerLength)
}

function readBody(whole: Uint8Array<ArrayBuffer>, headerLength: number): ClassifierModel {
  const { rows, columns, opinion, ...rest } = parseHeader(whole.subarray(PREAMBLE, PREAMBLE + headerLength))
  const classes = rest.labels.length
  const parts = new Parts(whole, PREAMBLE + headerLength)
  const ids = new Uint32Array(parts.next(4 * rows))
  const titleColumns = new Int32Array(parts.next(4 * rows))
  if (titleColumns.some((column) => column < -1 || column >= columns)) throw damaged()
  const model = {
    ...rest,
    vocabulary: new Vocabulary(ids, titleColumns, new Float32Array(parts.next(4 * columns))),
    weights: new Float32Array(parts.next(4 * columns * classes)),
    bias: new Float32Array(parts.next(4 * classes)),
    opinion: opinion ? readOpinion(opinion, classes, parts) : null,
  }
  if (parts.position !== whole.length) throw damaged()
  return model
}

/** The arrays of a file one after another. */
class Parts {
  position: number
  private readonly whole: Uint8Array<ArrayBuffer>

  constructor(whole: Uint8Array<ArrayBuffer>, position: number) {
    this.whole = whole
    this.position = position
  }

  /** @throws {ClassifierError} when the file ends before */
  next(bytes: number): ArrayBuffer {
    const from = this.position
    this.position += bytes
    if (this.position > this.whole.length) throw damaged()
    // `slice` copies, which also puts each array where its kind of number may begin.
    return this.whole.slice(from, this.position).buffer
  }
}

type OpinionSizes = NonNullable<Static<typeof Header>['opinion']>

function sizesOf({ vectors, mean, centres }: OpinionFit): OpinionSizes {
  return {
    words: vectors.ids.length,
    dimensions: vectors.dimensions,
    centres: mean.length === 0 ? 0 : centres.length / mean.length,
  }
}

function arraysOf({ vectors, mean, centres, weights }: OpinionFit) {
  return [vectors.ids, vectors.scales, mean, Float32Array.from(centres), weights, vectors.cells]
}

function readOpinion(
  { words, dimensions, centres }: OpinionSizes,
  classes: number,
  parts: Parts,
): OpinionFit {
  const ids = new Uint32Array(parts.next(4 * words))
  const scales = new Float32Array(parts.next(4 * words))
  const mean = new Float32Array(parts.next(4 * 2 * dimensions))
  const vectorsOfCentres = Float64Array.from(new Float32Array(parts.next(4 * centres * 2 * dimensions)))
  const weights = new Float32Array(parts.next(4 * centres * classes))
  const cells = new Int8Array(parts.next(words * dimensions))
  return { vectors: { ids, scales, cells, dimensions }, mean, centres: vectorsOfCentres, weights }
}

function parseHeader(bytes: Uint8Array): Static<typeof Header> {
  let header: unknown
  try {
    header = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (cause) {
    throw damaged(cause)
  }
  if (!Value.Check(Header, header)) throw damaged()
  return header
}

function damaged(cause?: unknown): ClassifierError {
  const error = new ClassifierError(
    'CLS_MODEL_DAMAGED',
    '模型文件已损坏或不完整：请重新训练，或从备份恢复该文件。',
  )
  if (cause !== undefined) error.cause = cause
  return error
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  return crc >>> 0
})

/** CRC-32 (ISO 3309). */
function checksum(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0)
  return (crc ^ 0xffffffff) >>> 0
}
