import { Type, type Static } from 'typebox'
import { Value } from 'typebox/value'
import { ClassifierError, type ClassifierModel } from './model.ts'
import { Vocabulary } from './vocabulary.ts'

/**
 * File layout, little-endian: 8 bytes "HZCLS\0\0" and format number, u32 header length, u32 CRC-32 of all that
 * follows, the header as UTF-8 JSON padded with spaces to a multiple of four, then ids (u32), idf, weights, bias (f32).
 */
const MAGIC = [0x48, 0x5a, 0x43, 0x4c, 0x53, 0, 0]
const FORMAT = 1
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
  columns: Type.Integer({ minimum: 0, maximum: LIMIT_OF_COLUMNS }),
  labels: Type.Array(Type.String(), { minItems: 1, maxItems: 10_000 }),
  fields: Type.Array(Type.String(), { minItems: 1, maxItems: 20 }),
  grams: Type.Object({ words: Type.Integer({ minimum: 0 }), characters: Type.Integer({ minimum: 0 }) }),
  blockWeights: Type.Array(Type.Number()),
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
    sources: Type.Array(Type.String()),
    measured: Type.Union([Report, Type.Null()]),
  }),
})

/** The model as the bytes of one file. The same model gives the same bytes. */
export function serialiseModel(model: ClassifierModel): Uint8Array {
  const { labels, fields, grams, blockWeights, calibration, record, vocabulary, weights, bias } = model
  const header: Static<typeof Header> = {
    columns: vocabulary.ids.length,
    labels: [...labels],
    fields: [...fields],
    grams,
    blockWeights: [...blockWeights],
    calibration: { ...calibration, offsets: [...calibration.offsets] },
    record: { ...record, sources: [...record.sources] },
  }
  const json = new TextEncoder().encode(JSON.stringify(header))
  const headerLength = Math.ceil(json.length / 4) * 4
  const arrays = [vocabulary.ids, vocabulary.idf, weights, bias]
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
  const whole = bytes.slice()
  if (whole.length < PREAMBLE || MAGIC.some((byte, index) => whole[index] !== byte)) throw damaged()
  if (whole[7] !== FORMAT) {
    throw new ClassifierError('CLS_MODEL_VERSION', '模型文件的格式版本与本程序不符：请用本版本重新训练。')
  }
  const view = new DataView(whole.buffer)
  const headerLength = view.getUint32(8, true)
  if (PREAMBLE + headerLength > whole.length) throw damaged()
  if (view.getUint32(12, true) !== checksum(whole.subarray(PREAMBLE))) throw damaged()
  return readBody(whole, headerLength)
}

function readBody(whole: Uint8Array, headerLength: number): ClassifierModel {
  const header = parseHeader(whole.subarray(PREAMBLE, PREAMBLE + headerLength))
  const classes = header.labels.length
  const start = PREAMBLE + headerLength
  if (whole.length !== start + 4 * (header.columns * (2 + classes) + classes)) throw damaged()
  const floats = (from: number, length: number): Float32Array =>
    new Float32Array(whole.buffer.slice(start + 4 * from, start + 4 * (from + length)))
  const { columns, ...rest } = header
  const ids = new Uint32Array(whole.buffer.slice(start, start + 4 * columns))
  return {
    ...rest,
    vocabulary: new Vocabulary(ids, floats(columns, columns)),
    weights: floats(2 * columns, columns * classes),
    bias: floats(columns * (2 + classes), classes),
  }
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
